package io.replybeat.stream.callout;

import io.replybeat.care.callout.CalloutPolicy.CoolingFailure;
import io.replybeat.care.event.Event;
import java.util.ArrayList;
import java.util.List;

/** In which conversations of one brand does the customer sound worse and worse, by looking from each exchange onward? */
final class CoolingOracle {

    private static final long DAY = 86_400_000;

    private final CoolingFailure policy;
    private final List<String> told = new ArrayList<>();

    /** What the customer wrote first, how it all sounded, when it was answered. */
    private record Exchange(long heardAt, long mood, long at) {}

    CoolingOracle(CoolingFailure policy) {
        this.policy = policy;
    }

    /** {@code conversation since firedAt resolvedAt exchanges}, resolvedAt being "-" while it runs. */
    List<String> failuresUpTo(long now, List<Event> events) {
        for (List<Event> conversation : PlainReading.conversations(events)) {
            int from = 0;
            for (int i = 0; i <= conversation.size(); i++) {
                if (i == conversation.size() || PlainReading.isClosing(conversation.get(i))) {
                    long closed = i == conversation.size()
                            ? Long.MAX_VALUE
                            : conversation.get(i).occurredAt();
                    look(conversation.get(0).conversationId(), exchanges(conversation.subList(from, i)), closed, now);
                    from = i + 1;
                }
            }
        }
        return told;
    }

    private static List<Exchange> exchanges(List<Event> events) {
        List<Exchange> exchanges = new ArrayList<>();
        List<Event> heard = new ArrayList<>();
        for (Event event : events) {
            if (PlainReading.isOfCustomer(event)) {
                heard.add(event);
            } else if (PlainReading.isAnswer(event)) {
                long[] scores = heard.stream()
                        .map(each -> PlainReading.message(each).sentiment())
                        .filter(sentiment -> sentiment != null)
                        .mapToLong(sentiment -> sentiment.scoreMillionths())
                        .toArray();
                if (scores.length > 0) {
                    long sum = 0;
                    for (long score : scores) {
                        sum += score;
                    }
                    exchanges.add(new Exchange(
                            heard.get(0).occurredAt(), Math.floorDiv(sum, scores.length), event.occurredAt()));
                }
                heard.clear();
            }
        }
        return exchanges;
    }

    private void look(String conversation, List<Exchange> exchanges, long closed, long now) {
        for (int first = 0; first < exchanges.size(); first++) {
            if (first == 0
                    || exchanges.get(first).mood() > exchanges.get(first - 1).mood()) {
                follow(conversation, exchanges.subList(first, exchanges.size()), closed, now);
            }
        }
    }

    private void follow(String conversation, List<Exchange> exchanges, long closed, long now) {
        List<Exchange> row = new ArrayList<>(exchanges.subList(0, 1));
        long fired = -1;
        long over = closed;
        for (Exchange next : exchanges.subList(1, exchanges.size())) {
            Exchange last = row.get(row.size() - 1);
            if (next.mood() > last.mood() || fired >= 0 && next.at() > last.at() + DAY) {
                over = next.mood() > last.mood() ? next.at() : closed;
                break;
            }
            if (next.mood() < last.mood()) {
                row.add(next);
                fired = fired < 0 && isWhole(row) ? next.at() : fired;
            }
        }
        if (fired >= 0) {
            long end = Math.min(over, row.get(row.size() - 1).at() + DAY);
            told.add("%s %d %d %s %d"
                    .formatted(
                            conversation,
                            row.get(0).heardAt(),
                            fired,
                            end <= now ? Long.toString(end) : "-",
                            row.size()));
        }
    }

    private boolean isWhole(List<Exchange> row) {
        long from = row.get(0).mood();
        long to = row.get(row.size() - 1).mood();
        return row.size() >= policy.exchanges() && from - to >= policy.fall() && to < 0;
    }
}
