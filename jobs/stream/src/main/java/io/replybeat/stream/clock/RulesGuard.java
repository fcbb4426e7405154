package io.replybeat.stream.clock;

import io.replybeat.care.brand.Brands;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Were the numbers in this state computed by the rules that are in force now?
 *
 * <p>Sums and durations in state cannot be taken back by other rules than made them. New opening hours come with an
 * {@code effective_from} and a replay; a restore under a changed brands file is refused instead of mixing two truths.
 */
final class BrandsGuard {

    private final ListState<String> remembered;
    private final String fingerprint;

    BrandsGuard(OperatorStateStore store, Brands brands) throws Exception {
        remembered = store.getUnionListState(new ListStateDescriptor<>("brands", Types.STRING));
        fingerprint = brands.fingerprint();
    }

    void check(boolean restored) throws Exception {
        if (!restored) {
            return;
        }
        for (String before : remembered.get()) {
            if (!before.equals(fingerprint)) {
                throw new BrandsChanged(before, fingerprint);
            }
        }
    }

    void remember() throws Exception {
        remembered.update(List.of(fingerprint));
    }
}
