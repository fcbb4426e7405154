package io.replybeat.care.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How much open time lies between two instants, and when will so much of it have passed?
 *
 * <p>A second is open iff its local time is in an interval of its local day, in the version in force on that day; before
 * the first dated version every second is. All instants and spans are milliseconds since the epoch, UTC. The calendar is
 * known from {@code 1970} to {@link #HORIZON}: open before, closed after. One thread at a time.
 */
public final class BusinessCalendar implements Serializable {

    /** The answer of {@link #whenOpenMillisReach} where the calendar never opens for so long. */
    public static final long NEVER = Long.MAX_VALUE;

    static final long HORIZON = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

    private static final long serialVersionUID = 1;
    private static final BusinessCalendar ALWAYS_OPEN = new BusinessCalendar(null, List.of());

    private final ZoneId zone;
    private final List<CalendarVersion> versions;
    private transient Timetable timetable;

    private BusinessCalendar(ZoneId zone, List<CalendarVersion> versions) {
        this.zone = zone;
        this.versions = versions;
    }

    public static BusinessCalendar alwaysOpen() {
        return ALWAYS_OPEN;
    }

    /** One version at least; two that begin on the same day are an {@link IllegalArgumentException}. */
    public static BusinessCalendar of(ZoneId zone, List<CalendarVersion> versions) {
        Objects.requireNonNull(zone);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a calendar has at least one version");
        }
        List<CalendarVersion> ordered = versions.stream()
                .sorted(Comparator.comparing(
                        CalendarVersion::effectiveFrom, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (Objects.equals(
                    ordered.get(i - 1).effectiveFrom(), ordered.get(i).effectiveFrom())) {
                throw new IllegalArgumentException(
                        ordered.get(i).isFromAlways()
                                ? "two versions have no effective_from; only the first may be without"
                                : "two versions begin on " + ordered.get(i).effectiveFrom());
            }
        }
        return new BusinessCalendar(zone, ordered);
    }

    /**
     * C(t): the open time up to {@code instant}, from a base that is the same for every call; it never falls. The business
     * time from a to b is C(b) − C(a). Where no calendar is in force, C(t) = t plus a constant.
     */
    public long openMillisUntil(long instant) {
        return isAlwaysOpen() ? instant : timetable().openUntil(instant);
    }

    /** Is the shop open in the millisecond that begins at {@code instant}? The closing time itself is closed. */
    public boolean isOpen(long instant) {
        return isAlwaysOpen() || timetable().isOpen(instant);
    }

    /**
     * The earliest t with C(t) ≥ {@code openMillis}: what falls due at closing time is due then, not at the next opening.
     * {@link #NEVER} if that is not before {@link #HORIZON}.
     */
    public long whenOpenMillisReach(long openMillis) {
        return isAlwaysOpen() ? openMillis : timetable().whenReached(openMillis);
    }

    public boolean isAlwaysOpen() {
        return versions.isEmpty();
    }

    private Timetable timetable() {
        if (timetable == null) {
            timetable = new Timetable(zone, versions);
        }
        return timetable;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar that
                && Objects.equals(zone, that.zone)
                && versions.equals(that.versions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, versions);
    }

    /** Everything that decides the answers, in an order that does not depend on how it was written. */
    @Override
    public String toString() {
        return isAlwaysOpen() ? "always open" : zone + " " + versions;
    }
}
