package io.replybeat.care.clock;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.clock.Conversation.Remembrance;
import io.replybeat.care.fact.ConversationKey;
import java.util.HashMap;
import java.util.Map;

/** By which clocks is a conversation measured? Its brand's; what can be shared between conversations is made once. */
public final class CareClocks {

    private final Brands brands;
    private final Remembrance remembrance;
    private final Map<String, DueDates> byBrand = new HashMap<>();

    public CareClocks(Brands brands, Remembrance remembrance) {
        this.brands = brands;
        this.remembrance = remembrance;
    }

    public Conversation conversation(ConversationKey key) {
        DueDates due = byBrand.computeIfAbsent(key.brand(), brand -> new DueDates(brands.of(brand)));
        return new Conversation(new ConversationClock(key, due), remembrance);
    }
}
