package io.tillbot.adapter.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A terminal whose lines are known beforehand; what is typed unseen is not in what is shown. */
final class ScriptedTerminal implements Terminal {
  private final Deque<String> lines;
  private final StringBuilder shown = new StringBuilder();
  private final List<String> prompts = new ArrayList<>();
  private boolean canHide = true;

  ScriptedTerminal(String... lines) {
    this.lines = new ArrayDeque<>(Arrays.asList(lines));
  }

  /** As behind a pipe. */
  ScriptedTerminal thatCannotHide() {
    canHide = false;
    return this;
  }

  @Override
  public @Nullable String readLine(String prompt) {
    prompts.add(prompt);
    String line = lines.poll();
    shown.append(prompt).append(line == null ? "" : line + "\n");
    return line;
  }

  @Override
  public boolean canHide() {
    return canHide;
  }

  @Override
  public @Nullable String readHidden(String prompt) {
    if (!canHide) {
      throw new IllegalStateException("what is typed here would be seen");
    }
    prompts.add(prompt);
    shown.append(prompt).append('\n');
    return lines.poll();
  }

  @Override
  public void print(String text) {
    shown.append(text);
  }

  String shown() {
    return shown.toString();
  }

  boolean hasAskedFor(String prompt) {
    return prompts.stream().anyMatch(asked -> asked.contains(prompt));
  }

  int linesLeft() {
    return lines.size();
  }
}
