package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.zip.ZipException;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Sends a request once and says what became of it. Only a request of which no byte was handed to a
 * connection counts as not sent. Logs the action and the outcome, never an address, a form, an
 * answer or the message of an exception, all of which may hold secrets.
 */
final class Exchange implements Function<Call<ResponseBody>, Attempt> {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final AnswerReader reader;
  private final Clock clock;

  Exchange(AnswerReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Attempt apply(Call<ResponseBody> call) {
    Dispatch dispatch = Dispatch.of(call.request());
    Instant start = clock.instant();
    Attempt attempt = attempt(call, dispatch);
    LOG.debug(
        "{}: {} after {} ms",
        dispatch.action(),
        Outcomes.inWords(attempt.result()),
        Duration.between(start, clock.instant()).toMillis());
    return attempt;
  }

  private Attempt attempt(Call<ResponseBody> call, Dispatch dispatch) {
    try {
      Response<ResponseBody> response = call.execute();
      return reader.read(HttpAnswer.of(response, clock));
    } catch (IOException failure) {
      return dispatch.hasBegun()
          ? lost(failure)
          : Attempt.notSent(NotSentCause.NO_CONNECTION, null);
    } catch (BrokenAnswerException broken) {
      LOG.debug("{}: {}", dispatch.action(), broken.getMessage());
      return Attempt.unknownForNow(UnknownCause.BROKEN_ANSWER, null);
    } catch (RuntimeException bug) {
      if (!dispatch.hasBegun()) {
        throw bug;
      }
      // Whatever went wrong, the request is out: the caller must hear that, not a stack trace.
      LOG.warn("{}: {} while reading an answer", dispatch.action(), bug.getClass().getName());
      return Attempt.unknown(UnknownCause.BROKEN_ANSWER);
    }
  }

  private static Attempt lost(IOException failure) {
    return switch (failure) {
      case InterruptedIOException _ -> Attempt.unknownForNow(UnknownCause.TIMED_OUT, null);
      case AnswerLimit.TooLargeException _ -> Attempt.unknown(UnknownCause.BROKEN_ANSWER);
      case ZipException _ -> Attempt.unknown(UnknownCause.BROKEN_ANSWER);
      default -> Attempt.unknownForNow(UnknownCause.CONNECTION_LOST, null);
    };
  }
}
