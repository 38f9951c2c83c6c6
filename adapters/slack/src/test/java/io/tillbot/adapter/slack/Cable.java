package io.tillbot.adapter.slack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A line of TCP to a port of this machine that can be cut without a word. */
final class Cable implements AutoCloseable {
  private final ServerSocket door;
  private final int to;
  private final List<Socket> ends = new ArrayList<>();

  Cable(int to) {
    this.to = to;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.startVirtualThread(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        Socket near = door.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
        keep(near, far);
        Thread.startVirtualThread(() -> pump(near, far));
        Thread.startVirtualThread(() -> pump(far, near));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private synchronized void keep(Socket near, Socket far) {
    ends.add(near);
    ends.add(far);
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException cut) {
      // Both ends are closed.
    }
  }

  /** Cuts all that are there. */
  synchronized void cut() {
    for (Socket end : ends) {
      try {
        end.close();
      } catch (IOException gone) {
        // It is cut.
      }
    }
    ends.clear();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
