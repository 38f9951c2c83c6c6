package io.tillbot.adapter.sandbox;

import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Log;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.journal.Header;
import io.tillbot.adapter.sandbox.journal.Journal;
import io.tillbot.adapter.sandbox.seed.Seed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books of a sandbox as it starts: seeded anew, or as a data file has them.
 *
 * @param seed what they began with; a data file's own, whatever the options say
 * @param books the state
 * @param journal where changes go; none where they are forgotten
 */
record Opened(Seed seed, Books books, Optional<Journal> journal) {

  private static final Logger log = LoggerFactory.getLogger(Opened.class);

  static Opened by(SandboxOptions options) {
    Seed seed =
        new Seed(
            options.seed(),
            options.extraClients(),
            options.switches().of(Switches.EVERYWHERE, Rule.InvoiceIds.class));
    Instant now = options.clock().instant();
    return options
        .dataFile()
        .map(file -> fromFile(file, seed, now))
        .orElseGet(() -> inMemory(seed, now));
  }

  private static Opened inMemory(Seed seed, Instant now) {
    Books books = new Books(Log.none());
    books.load(seed.rows(now), List.of());
    return new Opened(seed, books, Optional.empty());
  }

  private static Opened fromFile(Path file, Seed wanted, Instant now) {
    Journal journal = Journal.open(file, beginning(wanted, now));
    try {
      Books books = new Books(journal);
      Header header = journal.replay(books);
      Seed own =
          new Seed(
              header.seed(), header.extraClients(), Rule.InvoiceIds.valueOf(header.invoiceIds()));
      if (!own.equals(wanted)) {
        log.warn("{} keeps its own seed and size: {}", file, own);
      }
      return new Opened(own, books, Optional.of(journal));
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private static Journal.Beginning beginning(Seed seed, Instant now) {
    return new Journal.Beginning() {
      @Override
      public Header header() {
        return new Header(
            Header.CURRENT, seed.number(), seed.extraClients(), seed.invoiceIds().name(), now);
      }

      @Override
      public List<Entity> rows() {
        return seed.rows(now);
      }
    };
  }
}
