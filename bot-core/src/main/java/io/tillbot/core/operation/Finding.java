package io.tillbot.core.operation;

import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.util.List;

/** What fresh reads tell about a write that was sent. */
public sealed interface Finding {

  /** It was done. */
  record Done(Reply reply) implements Finding {}

  /**
   * It is not there, and being sent again could do no harm: a new one may be offered. Only for
   * methods of which the API's reads can prove that.
   *
   * @param line the command that would offer it again
   */
  record NotDone(String line) implements Finding {}

  /**
   * The reads prove nothing.
   *
   * @param traces what they did show, for the person who has to find out
   */
  record Unproven(List<Text> traces) implements Finding {
    public Unproven {
      traces = List.copyOf(traces);
    }

    /** Without a trace. */
    public static Unproven without() {
      return new Unproven(List.of());
    }
  }
}
