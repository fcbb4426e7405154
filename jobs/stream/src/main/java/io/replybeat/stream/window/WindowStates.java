package io.replybeat.stream.window;

import io.replybeat.care.metric.DistinctCounter;
import io.replybeat.care.metric.Summary;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.window.Window.CustomerRow;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;

/**
 * What is kept of each series: a summary a window, and beside it who wrote, in rows by the last bits of their hash.
 *
 * <p>A busy brand's day has 100 000 customers; in one value the next message would read and write all of them. With 64
 * rows it touches one of 1 600.
 */
final class WindowStates {

    private static final long HOUR = 3_600_000;
    private static final MapStateDescriptor<Window, Summary> SUMMARIES =
            new MapStateDescriptor<>("summaries", Window.TYPE, CodecType.ofMutable(Summary.class, SummaryCodec.CODEC));
    private static final MapStateDescriptor<CustomerRow, DistinctCounter> CUSTOMERS = new MapStateDescriptor<>(
            "customers", CustomerRow.TYPE, CodecType.ofMutable(DistinctCounter.class, DistinctCounterCodec.CODEC));

    private final MapState<Window, Summary> summaries;
    private final MapState<CustomerRow, DistinctCounter> customers;

    WindowStates(KeyedStateStore store) {
        summaries = store.getMapState(SUMMARIES);
        customers = store.getMapState(CUSTOMERS);
    }

    /** The window's sum so far, or null: nothing is known of it. */
    Summary find(Window window) throws Exception {
        return summaries.get(window);
    }

    /** Adds a change to a window's sum; a window of which nothing is left is forgotten. Takes the change's customers. */
    void add(Window window, Summary sum, Summary change) throws Exception {
        long distinct = sum.distinctCustomers() + add(window, change.takeCustomers());
        sum.setDistinctCustomers(0);
        sum.add(change);
        sum.setDistinctCustomers(distinct);
        if (sum.isEmpty()) {
            summaries.remove(window);
        } else {
            summaries.put(window, sum);
        }
    }

    void clear(Window window) throws Exception {
        summaries.remove(window);
        for (int row = 0; row < rows(window); row++) {
            customers.remove(new CustomerRow(window, row));
        }
    }

    /** By how much does the number of different customers change? */
    private long add(Window window, DistinctCounter change) throws Exception {
        if (change.isEmpty()) {
            return 0;
        }
        int rows = rows(window);
        if (rows == 1) {
            return add(new CustomerRow(window, 0), change);
        }
        DistinctCounter[] parts = split(change, rows);
        long difference = 0;
        for (int row = 0; row < rows; row++) {
            if (parts[row] != null) {
                difference += add(new CustomerRow(window, row), parts[row]);
            }
        }
        return difference;
    }

    private long add(CustomerRow row, DistinctCounter change) throws Exception {
        DistinctCounter known = customers.get(row);
        if (known == null) {
            known = new DistinctCounter();
        }
        long before = known.distinct();
        known.add(change);
        if (known.isEmpty()) {
            customers.remove(row);
        } else {
            customers.put(row, known);
        }
        return known.distinct() - before;
    }

    private static DistinctCounter[] split(DistinctCounter change, int rows) {
        DistinctCounter[] parts = new DistinctCounter[rows];
        change.forEach((person, count) -> {
            int row = (int) (person & (rows - 1));
            if (parts[row] == null) {
                parts[row] = new DistinctCounter();
            }
            parts[row].add(person, count);
        });
        return parts;
    }

    private static int rows(Window window) {
        if (window.size() < HOUR) {
            return 1;
        }
        return window.size() == HOUR ? 8 : 64;
    }
}
