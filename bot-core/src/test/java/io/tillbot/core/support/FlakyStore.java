package io.tillbot.core.support;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A store that counts the units of work and breaks those that a test names. Safe for threads. */
public final class FlakyStore implements Store {
  private final Store store;
  private final Map<Integer, Break> breaks = new HashMap<>();
  private final Map<Integer, Runnable> after = new HashMap<>();
  private final List<String> excluded = new ArrayList<>();
  private int writes;

  /** How a unit of work breaks. */
  public enum Break {
    /** Nothing of it is kept. */
    NOTHING_KEPT,
    /** All of it is kept, and nobody is told. */
    KEPT_UNTOLD
  }

  public FlakyStore(Store store) {
    this.store = store;
  }

  /** The unit that changes something, so many from now, breaks: 1 is the next one. */
  public synchronized void breakWrite(int one, Break how) {
    breaks.put(writes + one, how);
  }

  /** All that follow break, until {@link #mend()}. */
  public synchronized void breakFrom(int one) {
    for (int each = one; each < one + 50; each++) {
      breakWrite(each, Break.NOTHING_KEPT);
    }
  }

  /** Nothing breaks any more. */
  public synchronized void mend() {
    breaks.clear();
  }

  /** How many units changed something, or tried to. */
  public synchronized int writes() {
    return writes;
  }

  @Override
  public <T> T write(Function<UnitOfWork, T> work) {
    Break broken = next();
    if (broken == Break.NOTHING_KEPT) {
      throw new CredentialVault.VaultException("the disk is full");
    }
    T result = store.write(unit -> work.apply(new Watched(unit)));
    afterwards().run();
    if (broken == Break.KEPT_UNTOLD) {
      throw new CredentialVault.VaultException("it is not known whether it was kept");
    }
    return result;
  }

  /** What units of work excluded each other on, in order. */
  public synchronized List<String> excluded() {
    return List.copyOf(excluded);
  }

  private synchronized void exclude(String subject) {
    excluded.add(subject);
  }

  /** Happens when that write is durable, before whoever made it goes on. */
  public synchronized void afterWrite(int one, Runnable what) {
    after.put(writes + one, what);
  }

  private synchronized Runnable afterwards() {
    return Optional.ofNullable(after.remove(writes)).orElse(() -> {});
  }

  private synchronized Break next() {
    writes++;
    return breaks.remove(writes);
  }

  @Override
  public <T> T read(Function<UnitOfWork, T> work) {
    return store.read(work);
  }

  /** A unit of work of which is noted what it excludes. */
  private final class Watched extends ForwardingUnitOfWork {
    Watched(UnitOfWork unit) {
      super(unit);
    }

    @Override
    public void exclude(String subject) {
      FlakyStore.this.exclude(subject);
      super.exclude(subject);
    }
  }
}
