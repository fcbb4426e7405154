package io.replybeat.stream.erase;

import java.util.List;
import java.util.Set;

/**
 * What was found and erased, or would be?
 *
 * @param messages of the author, deleted
 * @param mentions messages of others, rewritten
 * @param rejected records that name the author, deleted
 * @param callouts stories of callouts, rewritten
 * @param cut rejected records that stay although the part of them that is not stored may name the author
 * @param handlesHidden whether all known handles are hashes, so that no mention could be looked for
 * @param brandHandles without their @, left in all texts because agents or bots write under them
 * @param otherNetworks on which customers have the id too
 * @param finished whether a last search found nothing more; not so where messages arrived faster than they went
 */
public record Erased(
        long messages,
        long mentions,
        long rejected,
        long callouts,
        long cut,
        boolean handlesHidden,
        Set<String> brandHandles,
        List<String> otherNetworks,
        boolean finished) {

    public Erased {
        brandHandles = Set.copyOf(brandHandles);
        otherNetworks = List.copyOf(otherNetworks);
    }

    public boolean isNothing() {
        return messages + mentions + rejected + callouts == 0;
    }
}
