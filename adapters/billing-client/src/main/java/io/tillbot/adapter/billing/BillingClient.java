package io.tillbot.adapter.billing;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The client of {@code whmcs.php} and {@code auth.php}. Safe for many threads; calls block, on
 * virtual threads as well, and take no longer than {@link BillingClientOptions#longestRead()} and
 * {@link BillingClientOptions#longestWrite()}. Nothing is sent before a method is called.
 */
public final class BillingClient implements BillingAccess, AutoCloseable {
  private final Dialect dialect;
  private final Transport transport;
  private final ReadService reads;
  private final WriteService writes;
  private final AuthReads authReads;
  private final AuthWrites authWrites;
  private final Sessions sessions;
  private final ReadRetries retries;

  /** A client of that API. */
  public BillingClient(BillingClientOptions options) {
    this.dialect = options.dialect();
    this.transport = new Transport(options);
    this.reads = transport.reads();
    this.writes = transport.writes();
    this.authReads = transport.authReads();
    this.authWrites = transport.authWrites();
    this.sessions = new Sessions(authWrites, options.sessions(), options.clock());
    this.retries = new ReadRetries(options.retry(), options.waiter(), ThreadLocalRandom::current);
  }

  @Override
  public BillingApi open(Credential credential) {
    ApiCalls calls = new ApiCalls(credential, sessions, retries);
    ServerNumbers servers = new ServerNumbers(dialect, reads, calls);
    return new Opened(
        new ClientReads(calls, reads, servers),
        new ClientWrites(calls, writes, servers, new LongForms(dialect)));
  }

  /**
   * What {@code auth.php} tells of the credential's session ({@code action=info}). With an API key,
   * a session is opened when there is none.
   */
  public ApiResult<SessionInfo> describeSession(Credential credential) {
    return new ApiCalls(credential, sessions, retries)
        .read(null, authReads::info, AuthDecoding::info);
  }

  /**
   * {@inheritDoc}
   *
   * <p>With an API key of which no session lives, nothing is sent. Of several sessions, all are
   * ended, and the first that could not be is told of; one that the API no longer knows has ended.
   */
  @Override
  public ApiResult<SessionEnded> logOut(Credential credential) {
    return switch (credential) {
      case Credential.Token(Secret token) -> end(token);
      case Credential.ApiKey(Secret key) -> endAll(sessions.takeAll(key));
    };
  }

  /** Closes the connections; calls under way may fail. */
  @Override
  public void close() {
    transport.close();
  }

  private ApiResult<SessionEnded> endAll(List<Session> open) {
    List<ApiResult<SessionEnded>> results =
        open.stream().map(session -> end(session.token())).toList();
    return results.stream()
        .filter(
            result ->
                !(result instanceof ApiResult.Done<SessionEnded>
                    || result instanceof ApiResult.NotAuthorized<SessionEnded>))
        .findFirst()
        .orElseGet(() -> new ApiResult.Done<>(new SessionEnded()));
  }

  private ApiResult<SessionEnded> end(Secret token) {
    ApiCalls calls = new ApiCalls(new Credential.Token(token), sessions, retries);
    return calls.write(
        null,
        authWrites::logout,
        answer -> {
          answer.json();
          return new SessionEnded();
        });
  }

  private record Opened(BillingReads reads, BillingWrites writes) implements BillingApi {}
}
