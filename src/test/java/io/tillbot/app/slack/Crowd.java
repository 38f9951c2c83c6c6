package io.tillbot.app.slack;

import io.tillbot.adapter.slack.fake.Acknowledgement;
import io.tillbot.adapter.slack.fake.Member;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Many people at once. */
final class Crowd {
  private Crowd() {}

  /** So many people who are linked to the demo customer's account. */
  static List<Person> linked(Office office, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                member(office, i, new Credential.Token(Secret.of(office.sandbox().demo().token()))))
        .toList();
  }

  /** One more person, who is linked to that account. */
  static Person member(Office office, int number, Credential credential) {
    String id = "U" + (1_000 + number);
    office.slack().team("T1").with(new Member(id, "Person " + number, "en-US"));
    return office.linked(id, credential);
  }

  /** Has each deed done on a thread of its own, one every so often, and waits for all. */
  static List<Acknowledgement> atPace(Duration pace, List<Callable<Acknowledgement>> deeds)
      throws InterruptedException {
    List<Future<Acknowledgement>> begun = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (Callable<Acknowledgement> deed : deeds) {
        long due = start + pace.toNanos() * begun.size();
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        begun.add(threads.submit(deed));
      }
      List<Acknowledgement> done = new ArrayList<>();
      for (Future<Acknowledgement> each : begun) {
        done.add(each.get());
      }
      return done;
    } catch (ExecutionException broken) {
      throw new AssertionError("somebody could not do it", broken.getCause());
    }
  }
}
