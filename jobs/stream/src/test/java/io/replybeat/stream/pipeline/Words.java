package io.replybeat.stream.pipeline;

import io.replybeat.care.event.Event;
import io.replybeat.care.message.Said;
import java.util.List;

/** What somebody may have said in a message, always the same for the same event and revision. */
final class Words {

    private static final List<String> TEXTS = List.of(
            "",
            "You charged me twice, I want my money back!",
            "Danke, das ging ja schnell 😊",
            "Meu pedido ainda não chegou",
            "サービスが使えません",
            "faut que ça marche svp",
            "?");

    private Words() {}

    static Said of(Event event) {
        int hash = Math.abs((event.eventId() + event.revision()).hashCode() % 1000);
        return new Said(
                TEXTS.get(hash % TEXTS.size()),
                hash % 3 == 0 ? "e1" : null,
                new Said.Profile("@" + hash, hash * 100L, null, hash % 5 == 0, null, null, Event.UNKNOWN));
    }
}
