package io.tillbot.adapter.billing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of plain sockets: it can break off in ways that a proper HTTP server cannot. */
final class RawApi implements AutoCloseable {

  /** What happens on one connection. */
  interface Script {
    void serve(Connection connection) throws IOException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  final List<Form> requests = new CopyOnWriteArrayList<>();

  RawApi(Script script) {
    this.script = script;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  URI endpoint(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/whmcs.php");
  }

  @Override
  public void close() {
    end.countDown();
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      script.serve(new Connection(socket));
    } catch (IOException gone) {
      // The client may well have left first.
    }
  }

  /** One connection. */
  final class Connection {
    private final Socket socket;
    private final InputStream in;

    private Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Reads one whole request. */
    void readRequest() throws IOException {
      int length = 0;
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      requests.add(Form.parse(new String(in.readNBytes(length), StandardCharsets.UTF_8)));
    }

    /** Reads the beginning of a request only. */
    void readFirstByte() throws IOException {
      if (in.read() < 0) {
        throw new IOException("the client left");
      }
    }

    void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** A whole answer on a connection that claims to stay open. */
    void answer(String json) throws IOException {
      write("HTTP/1.1 200 OK\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    /** Breaks the connection off at once, without a proper end. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Says nothing more for as long as the test runs. */
    void hang() throws IOException {
      try {
        end.await();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("the client left");
        }
        line.append((char) c);
      }
      return line.toString().strip();
    }
  }
}
