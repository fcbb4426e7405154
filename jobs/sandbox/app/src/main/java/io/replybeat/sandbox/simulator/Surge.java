package io.replybeat.sandbox.simulator;

/** Who complains in an influencer surge? {@link #VOICES} different people with an audience, evenly over its length. */
final class Surge implements Actor {

    static final int VOICES = 6;

    private final long number;
    private final Brand brand;
    private final long start;
    private final long gap;
    private final int firstVoice;
    private int spoken;

    Surge(long number, Brand brand, Incident incident, Dice dice) {
        this.number = number;
        this.brand = brand;
        this.start = incident.start().toEpochMilli();
        this.gap = incident.length().toMillis() / VOICES;
        this.firstVoice = dice.below(Customer.INFLUENCERS);
    }

    @Override
    public long actsAt() {
        return spoken < VOICES ? start + spoken * gap : DONE;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void act(Stage stage) {
        stage.open(actsAt(), Opening.callout(brand), (firstVoice + spoken) % Customer.INFLUENCERS);
        spoken++;
    }
}
