package io.replybeat.sandbox.importer;

import io.replybeat.sandbox.file.EventFile;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Imports the public "Customer Support on Twitter" table: one tweet a row, rows in any order.
 *
 * <p>A conversation is a chain of replies under its root's id ({@link ReplyForest}) and one company ({@link
 * CompanyOfTweet}, {@link Mentions}), which is the brand; a tweet is the event of its own id. The file is read twice, a third
 * time where a chain has no answer: first who answers whom, then the mentions, then the events. Three million tweets fit a heap
 * of 512 MB.
 */
public final class Twcs implements Importer {

    @Override
    public ImportReport run(Path input, Path output, ImportProgress progress) throws IOException {
        CsvTable table = new CsvTable(input, TwcsRow.COLUMNS, progress);
        // What cannot be read is told once, when the events are written.
        SkippedRows untold = new SkippedRows(ImportProgress.none());
        ReplyForest forest = new ReplyForest();
        Companies companies = new Companies();
        LongList writers = new LongList();
        table.read("who answers whom", untold, row -> {
            TwcsRow tweet = TwcsRow.of(row);
            if (forest.add(tweet.id(), tweet.answers())) {
                writers.add(tweet.company() == null ? Companies.NONE : companies.add(tweet.company()));
            }
        });
        forest.settle();
        CompanyOfTweet writing = new CompanyOfTweet(forest, writers.toInts());
        Mentions mentions = new Mentions(companies);
        if (!writing.knowsAll()) {
            table.read("whom the unanswered address", untold, row -> {
                TwcsRow tweet = TwcsRow.of(row);
                int chain = forest.chainOf(forest.numberOf(tweet.id()));
                if (writing.isUnknownInChain(chain)) {
                    mentions.add(chain, forest.rootOf(chain) == tweet.id(), tweet.id(), tweet.text());
                }
            });
        }
        return write(table, output, new SkippedRows(progress), forest, companies, writing, mentions);
    }

    private static ImportReport write(
            CsvTable table,
            Path output,
            SkippedRows skipped,
            ReplyForest forest,
            Companies companies,
            CompanyOfTweet writing,
            Mentions mentions)
            throws IOException {
        BitSet written = new BitSet(forest.tweets());
        BitSet brands = new BitSet();
        LongIndex conversations = new LongIndex();
        try (EventFile file = EventFile.at(output)) {
            table.read("writing events", skipped, row -> {
                TwcsRow tweet = TwcsRow.of(row);
                int number = forest.numberOf(tweet.id());
                int chain = forest.chainOf(number);
                int company = writing.isUnknownInChain(chain) ? mentions.companyOf(chain) : writing.of(number);
                if (company == Companies.NONE) {
                    throw new BadRow("no company answers tweet " + tweet.id() + " and none is mentioned");
                }
                if (written.get(number)) {
                    throw new BadRow("tweet " + tweet.id() + " stands in the file twice; the first counts");
                }
                file.write(event(tweet, companies.name(company), forest.rootOf(chain), forest.depthOf(number)));
                written.set(number);
                brands.set(company);
                conversations.add((long) chain * companies.size() + company);
            });
            file.finish();
            return skipped.report(file.events(), conversations.size(), brands.cardinality());
        }
    }

    /** The depth is the sequence: times have whole seconds, and an answer comes after what it answers. */
    private static CareEvent event(TwcsRow tweet, String brand, long root, int depth) throws BadRow {
        AuthorKind kind = tweet.inbound() ? AuthorKind.CUSTOMER : AuthorKind.AGENT;
        String answers = tweet.answers() == ReplyForest.NOBODY ? null : Long.toString(tweet.answers());
        return Tweet.event(
                Long.toString(tweet.id()),
                brand,
                Long.toString(root),
                tweet.time(),
                depth,
                Tweet.message(kind, tweet.author(), tweet.company(), tweet.text(), answers));
    }
}
