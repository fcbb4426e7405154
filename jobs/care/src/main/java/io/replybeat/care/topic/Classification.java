package io.replybeat.care.topic;

import java.util.ArrayList;
import java.util.List;

/**
 * What is a message about, how grave is it, and why?
 *
 * <p>Gravity: tier 3, then what must not wait, then tier 2, then tier 1; of equal gravity what stands first in the
 * taxonomy.
 *
 * @param matches the gravest first; a phrase at most once, where it stands first
 * @param tier 1 general, 2 individual, 3 money, outage, undelivered or unusable; the highest of the matches, 0 if none has one
 * @param mustNotWait whether a match is of the class that has no tier and must not wait, such as a sales opportunity
 */
public record Classification(List<Match> matches, int tier, boolean mustNotWait) {

    /** A message that speaks of nothing the taxonomy knows: no topic and no tier, which is not tier 1. */
    public static final Classification NOTHING = new Classification(List.of(), 0, false);

    public Classification {
        matches = List.copyOf(matches);
    }

    /** Each once, the gravest first. */
    public List<String> topics() {
        List<String> topics = new ArrayList<>(2);
        for (Match match : matches) {
            if (!topics.contains(match.topic())) {
                topics.add(match.topic());
            }
        }
        return List.copyOf(topics);
    }

    /** Each once, the gravest first: {@code billing/double_charge}. */
    public List<String> subTopics() {
        List<String> subTopics = new ArrayList<>(2);
        for (Match match : matches) {
            if (match.subTopic() != null && !subTopics.contains(match.path())) {
                subTopics.add(match.path());
            }
        }
        return List.copyOf(subTopics);
    }

    /** The gravest topic; null if there is none. */
    public String topic() {
        return matches.isEmpty() ? null : matches.get(0).topic();
    }

    /** The gravest sub-topic of {@link #topic}, as {@code billing/double_charge}; null if there is none. */
    public String subTopic() {
        String topic = topic();
        return matches.stream()
                .filter(match -> match.topic().equals(topic) && match.subTopic() != null)
                .map(Match::path)
                .findFirst()
                .orElse(null);
    }
}
