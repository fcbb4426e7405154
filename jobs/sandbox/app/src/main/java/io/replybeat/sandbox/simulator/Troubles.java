package io.replybeat.sandbox.simulator;

import io.replybeat.sandbox.simulator.Incident.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What goes wrong for whom at this moment: the incidents of the script, and those that somebody has begun since? */
final class Troubles {

    private final List<Incident> scripted;
    private final List<Incident> begun = new ArrayList<>();

    Troubles(Collection<Incident> scripted) {
        this.scripted = List.copyOf(scripted);
    }

    void begin(Incident incident) {
        begun.add(incident);
    }

    /** Null when nothing of the kind hits the brand. */
    Incident of(Kind kind, Brand brand, long instant) {
        return Stream.concat(scripted.stream(), begun.stream())
                .filter(incident -> incident.kind() == kind
                        && incident.covers(instant)
                        && incident.brand().equals(brand.id()))
                .findFirst()
                .orElse(null);
    }

    List<Kind> begunByHand(long instant) {
        return begun.stream()
                .filter(incident -> incident.covers(instant))
                .map(Incident::kind)
                .toList();
    }
}
