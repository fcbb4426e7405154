package io.replybeat.care.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * Which of the known words did somebody probably mean? The one with the fewest letters to add, drop, change or swap; to
 * leave out a whole part of it ({@code zone} for {@code time_zone}) counts as two.
 */
public final class Nearest {

    private Nearest() {}

    /** {@code known} must not be empty; of equally near words the first in the alphabet. */
    public static String to(String word, Collection<String> known) {
        String meant = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.<String>comparingInt(each -> mistakes(meant, each.toLowerCase(Locale.ROOT)))
                        .thenComparingInt(each -> distance(meant, each.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static int mistakes(String meant, String known) {
        int distance = distance(meant, known);
        return meant.length() >= 3 && known.contains(meant) ? Math.min(2, distance) : distance;
    }

    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
