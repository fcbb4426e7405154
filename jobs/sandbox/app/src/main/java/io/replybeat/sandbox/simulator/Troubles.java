package io.replybeat.sandbox.simulator;

import io.replybeat.sandbox.simulator.Incident.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What goes wrong for whom at this moment: the incidents of the script, and those that somebody has begun since? */
final class Troubles {

    private final List<Incident> all;
    private final List<Incident> begun = new ArrayList<>();

    Troubles(Collection<Incident> scripted) {
        all = new ArrayList<>(scripted);
    }

    void begin(Incident incident) {
        all.add(incident);
        begun.add(incident);
    }

    /** Null when nothing of the kind hits the brand. */
    Incident of(Kind kind, Brand brand, long instant) {
        return all.stream()
                .filter(incident -> incident.kind() == kind
                        && incident.covers(instant)
                        && incident.brand().equals(brand.id()))
                .findFirst()
                .orElse(null);
    }

    /** How often it hits the brand in all, what the script has ahead included. */
    long count(Kind kind, Brand brand) {
        return all.stream()
                .filter(incident -> incident.kind() == kind && incident.brand().equals(brand.id()))
                .count();
    }

    List<Kind> begunByHand(long instant) {
        return begun.stream()
                .filter(incident -> incident.covers(instant))
                .map(Incident::kind)
                .toList();
    }
}
