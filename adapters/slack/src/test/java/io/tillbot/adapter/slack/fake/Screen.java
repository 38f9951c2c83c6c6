package io.tillbot.adapter.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be seen, oldest first. Safe for many threads. */
final class Screen {
  private final List<Seen> messages = new ArrayList<>();
  private final List<Seen> shares = new ArrayList<>();
  private final Journal journal;

  Screen(Journal journal) {
    this.journal = journal;
  }

  Journal journal() {
    return journal;
  }

  synchronized void add(Seen message) {
    messages.add(message);
    journal.appeared(message);
  }

  /** A file is seen in a conversation, with what was said about it. */
  synchronized void share(Seen message) {
    shares.add(message);
    journal.appeared(message);
  }

  synchronized Optional<Seen> find(String channel, String id) {
    return messages.stream()
        .filter(seen -> seen.id().equals(id) && seen.channel().equals(channel))
        .findFirst();
  }

  synchronized void replace(Seen with) {
    messages.replaceAll(seen -> isSame(seen, with) ? with : seen);
    journal.replaced(with);
  }

  synchronized void remove(Seen gone) {
    messages.removeIf(seen -> isSame(seen, gone));
    journal.vanished(gone);
  }

  private static boolean isSame(Seen one, Seen other) {
    return one.id().equals(other.id()) && one.channel().equals(other.channel());
  }

  /** Messages; a replaced one stands where the old one stood. */
  synchronized List<Seen> messages() {
    return List.copyOf(messages);
  }

  /** Messages that carry files. */
  synchronized List<Seen> shares() {
    return List.copyOf(shares);
  }
}
