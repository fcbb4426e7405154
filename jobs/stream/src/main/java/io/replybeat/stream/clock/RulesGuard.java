package io.replybeat.stream.clock;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Were the numbers in this state computed by the rules that are in force now?
 *
 * <p>Sums and durations in state cannot be taken back by other rules than made them, and a window size or a cut that is new
 * would begin with the corrections of what it never counted. New opening hours come with an {@code effective_from} and a
 * replay; a restore under other rules is refused instead of mixing two truths.
 */
final class RulesGuard {

    private final ListState<String> remembered;
    private final String rules;

    RulesGuard(OperatorStateStore store, String rules) throws Exception {
        remembered = store.getUnionListState(new ListStateDescriptor<>("rules", Types.STRING));
        this.rules = rules;
    }

    void check(boolean restored) throws Exception {
        if (!restored) {
            return;
        }
        for (String before : remembered.get()) {
            if (!before.equals(rules)) {
                throw new RulesChanged(before, rules);
            }
        }
    }

    void remember() throws Exception {
        remembered.update(List.of(rules));
    }
}
