package io.replybeat.browser;

import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Tagging;
import io.replybeat.schema.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What somebody writes who wants a page to run it: as words, handle, topic and brand. Each sets {@code window.hit}, if it runs. */
final class Hostile {

    static final String BRAND = "<img src=x onerror=window.hit=1>";

    static final List<String> TEXTS = List.of(
            "<script>window.hit=1</script>",
            "<img src=x onerror=window.hit=1>",
            "<svg onload=window.hit=1>",
            "\"><svg/onload=window.hit=1>",
            "'\"--></style></script><script>window.hit=1</script>",
            "<iframe srcdoc=\"<script>parent.hit=1</script>\"></iframe>",
            "<a href=\"javascript:window.hit=1\">click</a>",
            "javascript:window.hit=1",
            "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
            "<details open ontoggle=window.hit=1>",
            "<body onload=window.hit=1>",
            "<input autofocus onfocus=window.hit=1>",
            "{{constructor.constructor('window.hit=1')()}}",
            "${window.hit=1}",
            "&lt;script&gt;window.hit=1&lt;/script&gt;",
            "\u202e<script>window.hit=1</script>",
            "<style>@import 'javascript:window.hit=1'</style>",
            "</textarea><script>window.hit=1</script>",
            "data: x\n\nevent: snapshot\ndata: {}\n\n",
            "\\u003cscript\\u003ewindow.hit=1\\u003c/script\\u003e");

    private Hostile() {}

    /** One conversation each, all of one brand, which has a hostile name itself. */
    static List<CareEvent> events(Instant now) {
        List<CareEvent> events = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            String name = name(text);
            Message message = Message.newBuilder()
                    .setDirection(Direction.INBOUND)
                    .setVisibility(Visibility.PUBLIC)
                    .setAuthor(Author.newBuilder()
                            .setId("author" + name)
                            .setHandle(name)
                            .setKind(AuthorKind.CUSTOMER)
                            .build())
                    .setText(text + " where is my parcel?")
                    .build();
            events.add(event("e" + i, conversation(text), now.plusMillis(i), message));
            events.add(event(
                    "t" + i,
                    conversation(text),
                    now.plusMillis(i + 1L),
                    new Tagging(List.of("topic:" + name), List.of(), 3, null)));
        }
        return events;
    }

    static String conversation(String text) {
        return "c" + TEXTS.indexOf(text) + name(text);
    }

    /** Names hold no control characters: intake refuses them. */
    private static String name(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    }

    private static CareEvent event(String id, String conversation, Instant at, Object payload) {
        return CareEvent.newBuilder()
                .setEventId(id)
                .setBrand(BRAND)
                .setConversationId(conversation)
                .setNetwork("x")
                .setOccurredAt(at)
                .setPayload(payload)
                .build();
    }
}
