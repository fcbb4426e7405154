package io.replybeat.stream.callout;

import io.replybeat.care.callout.CalloutPolicy.Snowball;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Tagging;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which complaints of one brand's ordered list of events were left, and grew? */
final class SnowballOracle {

    private static final int PARTS = 24;

    private final Snowball policy;
    private final List<Event> events;
    private final List<String> told = new ArrayList<>();

    /** A complaint without an answer up to {@code at}, and the event that answers or closes it then, or null. */
    private record Left(Event complaint, long at, Event answer) {}

    /** @param events in order, each once, those that came in time */
    SnowballOracle(Snowball policy, List<Event> events) {
        this.policy = policy;
        this.events = events;
    }

    /** {@code topic since firedAt resolvedAt messages}: all are over when nobody writes any more. */
    List<String> snowballs() {
        List<Left> all = new ArrayList<>();
        PlainReading.conversations(events).forEach(conversation -> findLeft(conversation, all));
        all.sort(Comparator.comparingLong(Left::at)
                .thenComparing(left -> left.complaint().eventId()));
        for (String topic : List.of("billing", "delivery")) {
            roll(
                    topic,
                    all.stream()
                            .filter(left -> topic.equals(PlainReading.topic(left.complaint())))
                            .toList());
        }
        return told;
    }

    private void findLeft(List<Event> conversation, List<Left> all) {
        int from = 0;
        for (int i = 0; i <= conversation.size(); i++) {
            if (i == conversation.size() || ends(conversation.get(i))) {
                findLeft(conversation, from, i, all);
                from = i + 1;
            }
        }
    }

    private static boolean ends(Event event) {
        return PlainReading.isAnswer(event) || PlainReading.isClosing(event);
    }

    /** Between two answers at most one is left: the first that is grave at the end of its patience. */
    private void findLeft(List<Event> conversation, int from, int to, List<Left> all) {
        Event asked = null;
        Event complaint = null;
        long due = 0;
        for (int i = from; i < to; i++) {
            Event event = conversation.get(i);
            if (complaint != null && due < event.occurredAt()) {
                break;
            }
            if (event.payload() instanceof Tagging tagging) {
                boolean grave = tagging.tier() == 3;
                if (grave && complaint == null && asked != null) {
                    due = Math.max(asked.occurredAt() + policy.unanswered(), event.occurredAt());
                }
                complaint = !grave ? null : complaint == null ? asked : complaint;
            } else if (isMatter(event)) {
                asked = asked == null ? event : asked;
                if (complaint == null && isGrave(conversation, i)) {
                    complaint = event;
                    due = event.occurredAt() + policy.unanswered();
                }
            }
        }
        Event answer = to < conversation.size() ? conversation.get(to) : null;
        if (complaint != null && (answer == null || due < answer.occurredAt())) {
            all.add(new Left(complaint, due, answer));
        }
    }

    private static boolean isMatter(Event event) {
        return PlainReading.isOfCustomer(event) && PlainReading.isHeard(event) && PlainReading.topic(event) != null;
    }

    /** As people said last, else as the rules say of what sounds negative. */
    private static boolean isGrave(List<Event> conversation, int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (conversation.get(i).payload() instanceof Tagging tagging) {
                return tagging.tier() == 3;
            }
        }
        Event event = conversation.get(index);
        return PlainReading.message(event).understood().tier() == 3 && PlainReading.isNegative(event);
    }

    private void roll(String topic, List<Left> left) {
        List<Event> posts = events.stream()
                .filter(PlainReading::isPost)
                .filter(post -> topic.equals(PlainReading.topic(post)))
                .toList();
        Rolling rolling = new Rolling(topic, posts);
        int next = 0;
        for (Event event : events) {
            for (; next < left.size() && left.get(next).at() < event.occurredAt(); next++) {
                rolling.leave(left.get(next));
            }
            if (posts.contains(event)) {
                rolling.post(event);
            } else if (ends(event)) {
                rolling.answer(event);
            }
        }
        left.subList(next, left.size()).forEach(rolling::leave);
        rolling.passUpTo(Long.MAX_VALUE);
    }

    /** One topic, step by step. */
    private final class Rolling {
        private final String topic;
        private final List<Event> posts;

        private Left counts;
        private long stays;
        private long usual;
        private final List<Event> voices = new ArrayList<>();
        private boolean found;

        private Left began;
        private long firedAt;
        private long lastAt;
        private long over = Long.MIN_VALUE;
        private final List<Event> heard = new ArrayList<>();

        Rolling(String topic, List<Event> posts) {
            this.topic = topic;
            this.posts = posts;
        }

        /** What ends by itself before this instant. */
        void passUpTo(long instant) {
            if (began != null && lastAt + policy.within() < instant) {
                end(lastAt + policy.within());
            }
            if (stays < instant) {
                counts = null;
            }
        }

        void leave(Left left) {
            passUpTo(left.at());
            if (counts == null || left.at() - counts.at() > policy.within()) {
                stays = Math.max(counts == null ? 0 : stays, left.at() + policy.within());
                counts = left;
                usual = policy.growth()
                        * before(Math.max(
                                left.complaint().occurredAt(), left.at() - policy.unanswered() - policy.within()));
                voices.clear();
                voices.add(left.complaint());
                found = false;
            }
        }

        private long before(long instant) {
            long part = (policy.unanswered() + policy.within()) / PARTS;
            return posts.stream()
                    .mapToLong(post -> post.occurredAt() / part)
                    .filter(at -> at >= (instant - policy.within()) / part && at < instant / part)
                    .count();
        }

        void answer(Event answer) {
            passUpTo(answer.occurredAt());
            if (began != null && began.answer() == answer) {
                end(answer.occurredAt());
            }
            if (counts != null && counts.answer() == answer) {
                counts = null;
            }
        }

        void post(Event post) {
            passUpTo(post.occurredAt());
            if (counts == null) {
                return;
            }
            stays = Math.max(stays, post.occurredAt() + policy.within());
            usual--;
            if (usual >= 0 && !PlainReading.isCallout(post)) {
                return;
            }
            if (began != null) {
                lastAt = post.occurredAt();
                if (isNew(post, heard)) {
                    heard.add(post);
                }
            }
            if (!found && post.occurredAt() - counts.at() <= policy.within() && isNew(post, voices)) {
                voices.add(post);
                found = PlainReading.isCallout(post) || voices.size() - 1 >= policy.customers();
                if (found && began == null && counts.at() > over) {
                    began = counts;
                    firedAt = post.occurredAt();
                    lastAt = post.occurredAt();
                    heard.clear();
                    heard.addAll(voices);
                }
            }
        }

        private void end(long at) {
            told.add("%s %d %d %d %d".formatted(topic, began.complaint().occurredAt(), firedAt, at, heard.size()));
            began = null;
            over = at;
        }
    }

    private static boolean isNew(Event event, List<Event> counted) {
        return counted.stream()
                .noneMatch(other -> Objects.equals(author(event), author(other)) || words(event) == words(other));
    }

    private static String author(Event event) {
        return PlainReading.message(event).author().id();
    }

    private static long words(Event event) {
        return PlainReading.message(event).understood().words();
    }
}
