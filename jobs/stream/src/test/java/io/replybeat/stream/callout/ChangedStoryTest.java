package io.replybeat.stream.callout;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Fold;
import io.replybeat.care.callout.LifeMemory;
import io.replybeat.care.callout.Moment;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.event.Event;
import io.replybeat.stream.pipeline.OperatorIds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a half-found story survives a savepoint: two callouts before it, others after. */
class ChangedStoryTest {

    private static final long MINUTE = 60_000;
    private static final long TEN = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();

    /** A whole surge of another brand, over before the others go on. */
    private static final List<Event> WITNESS = List.of("u", "v", "w").stream()
            .map(author ->
                    Post.by(author, author).to("witness").at(TEN + 2 * MINUTE).event())
            .toList();

    @TempDir
    Path directory;

    @Test
    void a_story_that_did_not_change_goes_on_where_it_was() throws Exception {
        String savepoint = new SavepointRun(directory).until(events("a", "b"), WITNESS, new CalloutSurge());

        assertThat(new SavepointRun(directory).from(savepoint, events("c"), new CalloutSurge()))
                .containsExactly("callout_surge|acme|brand|acme|2026-03-04T10:01:00Z");
    }

    @Test
    void a_new_version_restores_forgets_what_was_half_found_and_finds_what_begins_later() throws Exception {
        String savepoint = new SavepointRun(directory).until(events("a", "b"), WITNESS, new CalloutSurge());

        assertThat(new SavepointRun(directory).from(savepoint, events("c", "d"), new NextVersion()))
                .isEmpty();
        assertThat(new SavepointRun(directory).from(savepoint, events("c", "d", "e"), new NextVersion()))
                .containsExactly("callout_surge|acme|brand|acme|2026-03-04T10:03:00Z");
    }

    /** Author a at one minute past ten, b at two, and so on. */
    private static List<Event> events(String... authors) {
        return List.of(authors).stream()
                .map(author -> Post.by(author, author)
                        .at(TEN + (author.charAt(0) - 'a' + 1) * MINUTE)
                        .event())
                .toList();
    }

    /** The same under another id: what a change of its stages would need. */
    private static final class NextVersion implements CalloutPattern {
        private static final long serialVersionUID = 1;

        private final CalloutSurge surge = new CalloutSurge();

        @Override
        public OperatorIds storyId() {
            return OperatorIds.SNOWBALL_STORY;
        }

        @Override
        public boolean concerns(Sign sign) {
            return surge.concerns(sign);
        }

        @Override
        public boolean isToldIn(Sign sign) {
            return surge.isToldIn(sign);
        }

        @Override
        public String storyKey(Sign sign) {
            return surge.storyKey(sign);
        }

        @Override
        public Pattern<Sign, Sign> story(Brands brands) {
            return surge.story(brands);
        }

        @Override
        public boolean isWhole(List<Sign> soFar, Brands brands) {
            return surge.isWhole(soFar, brands);
        }

        @Override
        public String lifeKey(Sign sign) {
            return surge.lifeKey(sign);
        }

        @Override
        public Fold<LifeMemory, Moment> life(Brands brands) {
            return surge.life(brands);
        }

        @Override
        public OperatorIds lifeId() {
            return surge.lifeId();
        }
    }
}
