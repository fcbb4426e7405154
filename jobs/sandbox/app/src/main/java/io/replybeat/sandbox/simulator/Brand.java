package io.replybeat.sandbox.simulator;

import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What is particular about a simulated brand: how much of the traffic, when, where, in which languages, about what, and
 * how its people work.
 *
 * @param share of all conversations; the shares of all brands need not add up to one
 * @param botShare how many questions a bot answers first, 0 to 1
 * @param minutesToReply the median of an agent's working time until the answer, inside business hours
 * @param labelsTone whether this brand's network delivers messages with a sentiment
 */
record Brand(
        String id,
        String handle,
        double share,
        Rhythm rhythm,
        BrandPolicy policy,
        Weighted<String> languages,
        Weighted<String> networks,
        Weighted<Topic> topics,
        int agentsPerTeam,
        double botShare,
        double minutesToReply,
        boolean labelsTone) {

    ZoneId zone() {
        return policy.zone();
    }

    BusinessCalendar calendar() {
        return policy.calendar();
    }

    String teamFor(Topic topic) {
        return id + "-" + topic.skill().word();
    }

    /** Early birds before two in the afternoon, the others after; who of them is chance. */
    String agentOf(String team, long now, Dice dice) {
        boolean early = Instant.ofEpochMilli(now).atZone(zone()).getHour() < 14;
        int shift = Math.max(1, agentsPerTeam / 2);
        return team + "-" + (1 + dice.below(shift) + (early ? 0 : agentsPerTeam - shift));
    }

    String bot() {
        return id + "-bot";
    }
}
