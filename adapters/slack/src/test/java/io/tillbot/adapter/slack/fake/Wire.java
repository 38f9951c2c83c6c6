package io.tillbot.adapter.slack.fake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A wire to a server that can be cut, so that both ends find their connection broken. */
final class Wire implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition thawed = lock.newCondition();
  private boolean isFrozen;

  Wire(int target) {
    this.target = target;
    try {
      listener = new ServerSocket();
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().name("wire").start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
      } catch (IOException closed) {
        // Nothing more comes, or the server is gone: whoever connects finds out.
      }
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitThaw();
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException broken) {
      // Both ends are closed by now.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private void awaitThaw() {
    lock.lock();
    try {
      while (isFrozen) {
        thawed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Breaks every connection, without a goodbye. */
  void cut() {
    for (Socket socket : open) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException broken) {
        // It is what was wanted.
      }
    }
  }

  /** Lets nothing through, and tells nobody. */
  void freeze() {
    freeze(true);
  }

  /** Lets through what came meanwhile, and goes on. */
  void thaw() {
    freeze(false);
  }

  private void freeze(boolean isNow) {
    lock.lock();
    try {
      isFrozen = isNow;
      thawed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    try (Closeable _ = listener) {
      thaw();
      cut();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
