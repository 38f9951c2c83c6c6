package io.tillbot.adapter.discord.fake;

import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Discord's "no", as its REST interface gives it: {@code …/topics/opcodes-and-status-codes}. */
public final class Refusal extends RuntimeException {
  static final int UNAUTHORIZED = 0;
  static final int UNKNOWN_CHANNEL = 10_003;
  static final int UNKNOWN_USER = 10_013;
  static final int MISSING_ACCESS = 50_001;
  static final int CLOSED_TO_DIRECT_MESSAGES = 50_007;
  static final int MISSING_PERMISSIONS = 50_013;
  static final int DAILY_COMMANDS = 30_034;
  static final int UNKNOWN_INTERACTION = 10_062;
  static final int UNKNOWN_WEBHOOK = 10_015;
  static final int ALREADY_ACKNOWLEDGED = 40_060;
  static final int EMPTY_MESSAGE = 50_006;
  static final int INVALID_WEBHOOK_TOKEN = 50_027;
  static final int INVALID_FORM_BODY = 50_035;
  static final int TOO_LARGE = 40_005;

  private final int status;
  private final int code;

  Refusal(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** What is wrong with a body. */
  static Refusal invalidForm(List<String> problems) {
    return new Refusal(
        400,
        INVALID_FORM_BODY,
        problems.stream().collect(Collectors.joining("; ", "Invalid Form Body: ", "")));
  }

  public int status() {
    return status;
  }

  public int code() {
    return code;
  }

  DataObject json() {
    return DataObject.empty().put("code", code).put("message", getMessage());
  }
}
