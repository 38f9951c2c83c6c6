package io.tillbot.adapter.sandbox.pdf;

import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.rule.Papers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Prints invoices with OpenPDF, and keeps the latest. Thread-safe; prints one at a time. */
public final class PrintedPapers implements Papers {

  private static final int KEPT = 64;

  private record Order(Invoice invoice, Client client, Kind kind) {}

  // Also because a font of OpenPDF serves one document at a time.
  private final ReentrantLock press = new ReentrantLock();
  private final Map<Order, byte[]> latest = new LatestOnly();
  private @Nullable Ink ink;

  @Override
  public byte[] print(Invoice invoice, Client client, Kind kind) {
    press.lock();
    try {
      Order order = new Order(invoice, client, kind);
      byte[] known = latest.get(order);
      if (known == null) {
        known = new InvoicePaper(ink(), invoice, client, kind).print();
        latest.put(order, known);
      }
      return known.clone();
    } finally {
      press.unlock();
    }
  }

  // Loaded with the first document: most runs print none.
  private Ink ink() {
    Ink loaded = ink;
    if (loaded == null) {
      loaded = new Ink();
      ink = loaded;
    }
    return loaded;
  }

  private static final class LatestOnly extends LinkedHashMap<Order, byte[]> {
    private static final long serialVersionUID = 1;

    LatestOnly() {
      super(KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Order, byte[]> eldest) {
      return size() > KEPT;
    }
  }
}
