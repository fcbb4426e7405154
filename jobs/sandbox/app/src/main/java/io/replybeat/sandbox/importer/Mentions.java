package io.replybeat.sandbox.importer;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom does a chain address that no company has answered? The first account it mentions by name: one that answers elsewhere
 * in the file before any other, in the root before other tweets. Customers are numbers in this data, so a name is a company.
 */
final class Mentions {

    private static final Pattern HANDLE = Pattern.compile("(?<![\\w@])@(\\w+)");

    private record Mention(int company, boolean answersElsewhere, boolean inRoot, long tweet) {
        boolean isBetterThan(Mention other) {
            if (answersElsewhere != other.answersElsewhere) {
                return answersElsewhere;
            }
            return inRoot != other.inRoot ? inRoot : tweet < other.tweet;
        }
    }

    private final Map<Integer, Mention> best = new HashMap<>();
    private final Companies companies;
    private final int answering;

    /** @param companies those that answer in the file; further ones are added */
    Mentions(Companies companies) {
        this.companies = companies;
        this.answering = companies.size();
    }

    void add(int chain, boolean inRoot, long tweet, String text) {
        Matcher handles = HANDLE.matcher(text);
        while (handles.find()) {
            if (!isNumber(handles.group(1))) {
                int company = companies.add(handles.group(1));
                best.merge(
                        chain,
                        new Mention(company, company < answering, inRoot, tweet),
                        (one, other) -> other.isBetterThan(one) ? other : one);
            }
        }
    }

    int companyOf(int chain) {
        Mention mention = best.get(chain);
        return mention == null ? Companies.NONE : mention.company;
    }

    private static boolean isNumber(String handle) {
        return handle.chars().allMatch(Character::isDigit);
    }
}
