package io.tillbot.adapter.console;

import io.tillbot.adapter.console.Screen.Colours;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * A terminal whose lines are known beforehand; what is typed unseen is not in what is shown. A line
 * that ends with {@code ^C} is interrupted there.
 */
final class ScriptedTerminal implements Terminal {
  private static final String CTRL_C = "^C";

  private final Deque<String> lines;
  private final StringBuffer shown = new StringBuffer();
  private final List<String> prompts = new ArrayList<>();
  private final List<String> passing = new ArrayList<>();
  private volatile Runnable onInterrupt = () -> {};
  private Completion completion = _ -> List.of();
  private Screen screen = new Screen(Locale.ENGLISH, 80, Colours.OFF);
  private boolean canHide = true;
  private boolean isPassing;

  ScriptedTerminal(String... lines) {
    this.lines = new ArrayDeque<>(Arrays.asList(lines));
  }

  /** As behind a pipe. */
  ScriptedTerminal thatCannotHide() {
    canHide = false;
    return this;
  }

  /** As when a person drags its corner. */
  void resize(int columns) {
    screen = screen.withWidth(columns);
  }

  /** As when a person presses Ctrl-C while nothing is asked. */
  void interrupt() {
    onInterrupt.run();
  }

  @Override
  public Typed readCommand(String prompt, Completion words) {
    completion = words;
    return readAnswer(prompt);
  }

  @Override
  public Typed readAnswer(String prompt) {
    shown.append(prompt).append(lines.isEmpty() ? "" : lines.peek() + "\n");
    return next(prompt);
  }

  @Override
  public boolean canHide() {
    return canHide;
  }

  @Override
  public Typed readHidden(String prompt) {
    if (!canHide) {
      throw new IllegalStateException("what is typed here would be seen");
    }
    shown.append(prompt).append('\n');
    return next(prompt);
  }

  private Typed next(String prompt) {
    prompts.add(prompt);
    String line = lines.poll();
    if (line == null) {
      return new Typed.End();
    }
    if (line.endsWith(CTRL_C)) {
      return new Typed.Interrupted(
          line.equals(CTRL_C) ? Typed.Abandoned.NOTHING : Typed.Abandoned.WORDS);
    }
    return new Typed.Line(line);
  }

  @Override
  public void print(String text) {
    if (isPassing) {
      throw new IllegalStateException("the passing line still stands there");
    }
    shown.append(text);
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public void showPassing(String line) {
    isPassing = true;
    passing.add(line);
  }

  @Override
  public void clearPassing() {
    isPassing = false;
  }

  @Override
  public void onInterrupt(Runnable action) {
    onInterrupt = action;
  }

  String shown() {
    return shown.toString();
  }

  /** Lines that were shown while the person waited. */
  List<String> passing() {
    return passing;
  }

  boolean hasAskedFor(String prompt) {
    return prompts.stream().anyMatch(asked -> asked.contains(prompt));
  }

  /** What the last prompt would have completed. */
  List<String> completed(String typed) {
    return completion.after(typed).stream()
        .map(candidate -> candidate.word() + " (" + candidate.label() + ")")
        .toList();
  }

  int linesLeft() {
    return lines.size();
  }
}
