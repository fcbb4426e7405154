package io.replybeat.stream.elastic;

import io.replybeat.care.document.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What has not been delivered yet, and what of it may be sent now?
 *
 * <p>Promises: of one id only the newest operation is kept; an id is never in two requests at once, a newer operation
 * waits until the older one is answered; nothing is forgotten until it is {@link #delivered}.
 */
final class Outbox {

    /** In the order of their first arrival, so that a document written over and over still gets its turn. */
    private final Map<Operation.Key, Operation> ready = new LinkedHashMap<>();

    private final Map<Operation.Key, Operation> inFlight = new HashMap<>();
    private final Map<Operation.Key, Operation> behind = new HashMap<>();

    /** Since when something of this id waits, the longest first: overwritten while it waits, it goes on waiting. */
    private final Map<Operation.Key, Long> since = new LinkedHashMap<>();

    private final LongSupplier clock;
    private long readyBytes;
    private long bytes;

    Outbox(LongSupplier clock) {
        this.clock = clock;
    }

    void add(Operation operation) {
        Operation.Key key = operation.key();
        Operation flying = inFlight.get(key);
        if (flying != null && flying.version() >= operation.version()) {
            return;
        }
        Map<Operation.Key, Operation> place = flying == null ? ready : behind;
        Operation before = place.get(key);
        if (before == null || before.version() < operation.version()) {
            put(place, key, operation);
            since.putIfAbsent(key, clock.getAsLong());
        }
    }

    /** Takes the oldest operations out, at least one if any is ready; they are in flight until they are answered. */
    List<Operation> take(int maxOperations, long maxBytes) {
        List<Operation> taken = new ArrayList<>();
        long size = 0;
        var oldest = ready.entrySet().iterator();
        while (oldest.hasNext() && taken.size() < maxOperations) {
            Map.Entry<Operation.Key, Operation> next = oldest.next();
            size += next.getValue().size();
            if (size > maxBytes && !taken.isEmpty()) {
                break;
            }
            oldest.remove();
            readyBytes -= next.getValue().size();
            inFlight.put(next.getKey(), next.getValue());
            taken.add(next.getValue());
        }
        return taken;
    }

    void delivered(Operation operation) {
        Operation.Key key = operation.key();
        since.remove(key);
        if (land(operation)) {
            since.put(key, clock.getAsLong());
        }
    }

    /** Back to the end of the queue, unless a newer operation makes it pointless. */
    void retry(Operation operation) {
        if (!land(operation)) {
            put(ready, operation.key(), operation);
        }
    }

    /** True if a newer operation of the same id took the place. */
    private boolean land(Operation operation) {
        Operation.Key key = operation.key();
        inFlight.remove(key);
        bytes -= operation.size();
        Operation newer = behind.remove(key);
        if (newer == null) {
            return false;
        }
        bytes -= newer.size();
        put(ready, key, newer);
        return true;
    }

    private void put(Map<Operation.Key, Operation> place, Operation.Key key, Operation operation) {
        Operation before = place.put(key, operation);
        int growth = operation.size() - (before == null ? 0 : before.size());
        bytes += growth;
        if (place == ready) {
            readyBytes += growth;
        }
    }

    /** Since when does the first of all wait, in milliseconds of the clock? {@link Fields#NONE} if none does. */
    long oldestSince() {
        return since.isEmpty() ? Fields.NONE : since.values().iterator().next();
    }

    int size() {
        return ready.size() + inFlight.size() + behind.size();
    }

    long bytes() {
        return bytes;
    }

    int readySize() {
        return ready.size();
    }

    long readyBytes() {
        return readyBytes;
    }

    boolean isEmpty() {
        return ready.isEmpty() && inFlight.isEmpty();
    }

    /** Everything undelivered, only the newest of an id: what is behind supersedes what flies. */
    List<Operation> undelivered() {
        Map<Operation.Key, Operation> newest = new LinkedHashMap<>(inFlight);
        newest.putAll(ready);
        newest.putAll(behind);
        return List.copyOf(newest.values());
    }
}
