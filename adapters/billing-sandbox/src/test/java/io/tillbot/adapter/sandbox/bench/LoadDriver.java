package io.tillbot.adapter.sandbox.bench;

import com.sun.management.OperatingSystemMXBean;
import io.tillbot.adapter.sandbox.Login;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how many {@code get_invoice} a second one sandbox answers, over loopback and keep-alive
 * connections. Arguments, all optional: invoices, connections, seconds of a round, rounds.
 */
public final class LoadDriver {

  private static final int INVOICES_OF_A_CLIENT = 5;
  private static final int FIRST_INVOICE = 10_000;
  private static final int LOGINS = 64;

  private LoadDriver() {}

  /** Runs the measurement and prints it. */
  public static void main(String[] arguments) throws Exception {
    int clients = argument(arguments, 0, 100_000) / INVOICES_OF_A_CLIENT;
    int connections = argument(arguments, 1, 8);
    int seconds = argument(arguments, 2, 10);
    int rounds = argument(arguments, 3, 5);
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      Sandbox.start(SandboxOptions.defaults()).close();
      print("small sandbox started and stopped in %.0f ms", millisSince(start));
    }
    long start = System.nanoTime();
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withExtraClients(clients))) {
      print(
          "%d invoices seeded and served in %.0f ms",
          clients * INVOICES_OF_A_CLIENT, millisSince(start));
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      print("heap in use: %d MB", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
      List<byte[]> requests = requests(sandbox, clients);
      for (int round = 1; round <= rounds; round++) {
        measure(sandbox, requests, connections, seconds, round);
      }
    }
    // The pool of the HTTP client that signed in would keep the program alive.
    System.exit(0);
  }

  private static int argument(String[] arguments, int index, int absent) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : absent;
  }

  private static List<byte[]> requests(Sandbox sandbox, int clients) throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    List<byte[]> requests = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < LOGINS; i++) {
        int client = random.nextInt(clients);
        String token = token(http, sandbox, sandbox.extraLogin(client));
        for (int j = 0; j < INVOICES_OF_A_CLIENT; j++) {
          int invoice = FIRST_INVOICE + client * INVOICES_OF_A_CLIENT + j;
          requests.add(request(sandbox.whmcs(), token, invoice));
        }
      }
    }
    return requests;
  }

  private static String token(HttpClient http, Sandbox sandbox, Login login) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.auth())
            .POST(HttpRequest.BodyPublishers.ofString("action=login&key=" + login.apiKey()))
            .build();
    String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    Matcher matcher = Pattern.compile("\"token\":\"([0-9a-f]+)\"").matcher(answer);
    if (!matcher.find()) {
      throw new IllegalStateException("no token");
    }
    return matcher.group(1);
  }

  private static byte[] request(URI whmcs, String token, int invoice) {
    String body = "action=get_invoice&invoice_id=" + invoice + "&token=" + token;
    return ("POST /whmcs.php HTTP/1.1\r\nHost: "
            + whmcs.getAuthority()
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void measure(
      Sandbox sandbox, List<byte[]> requests, int connections, int seconds, int round)
      throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long cpu = cpuNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Callable<long[]>> drivers = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int seed = i;
        drivers.add(() -> drive(sandbox.whmcs(), requests, end, seed));
      }
      long[] nanos = {};
      for (Future<long[]> driver : threads.invokeAll(drivers)) {
        long[] more = driver.get();
        long[] both = Arrays.copyOf(nanos, nanos.length + more.length);
        System.arraycopy(more, 0, both, nanos.length, more.length);
        nanos = both;
      }
      Arrays.sort(nanos);
      print(
          "round %d: %d get_invoice/s, median %.2f ms, 99 %% %.2f ms; %.0f us of CPU each,"
              + " driver included",
          round,
          nanos.length / seconds,
          nanos[nanos.length / 2] / 1e6,
          nanos[(int) (nanos.length * 0.99)] / 1e6,
          (cpuNanos() - cpu) / 1e3 / nanos.length);
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long[] drive(URI whmcs, List<byte[]> requests, long end, int seed)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    long[] nanos = new long[1 << 16];
    int count = 0;
    try (Socket socket = new Socket(whmcs.getHost(), whmcs.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
      long start = System.nanoTime();
      while (start < end) {
        out.write(requests.get(random.nextInt(requests.size())));
        readAnswer(in);
        long now = System.nanoTime();
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = now - start;
        start = now;
      }
    }
    return Arrays.copyOf(nanos, count);
  }

  private static void readAnswer(InputStream in) throws IOException {
    String status = readLine(in);
    if (!status.contains(" 200 ")) {
      throw new IOException("unexpected answer: " + status);
    }
    int length = 0;
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (!body.contains("\"balance\"")) {
      throw new IOException("not an invoice: " + body);
    }
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new IOException("the connection ended");
      }
      if (next != '\r') {
        line.append((char) next);
      }
      next = in.read();
    }
    return line.toString();
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
