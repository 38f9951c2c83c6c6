package io.tillbot.core.simulation;

import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CorrelationId;
import io.tillbot.core.Sabotage;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Platform;
import io.tillbot.core.execution.Flaw;
import io.tillbot.core.execution.Lifetimes;
import io.tillbot.core.execution.Means;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.port.Jobs;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.port.Store;
import io.tillbot.core.support.RecordedNotices;
import java.util.List;

/** A process that is started again after each crash, over the same store. */
final class Replica {
  private static final CorrelationId CORRELATION = new CorrelationId("simulated");

  private final String name;
  private final Setting setting;
  private final Store store;
  private final CredentialVault vault;
  private final Flaw flaw;
  private int lives;
  private Running running;

  /** What runs in one life. */
  private record Running(Life life, Catalogue catalogue, Bot bot) {}

  Replica(String name, Setting setting, Store store, CredentialVault vault, Flaw flaw) {
    this.name = name;
    this.setting = setting;
    this.store = store;
    this.vault = vault;
    this.flaw = flaw;
    this.running = started();
  }

  private Running started() {
    lives++;
    Life life = new Life(name + "." + lives);
    Means means =
        new Means(
            new FaultyStore(store, setting, life),
            vault,
            new ModelBilling(setting, life),
            new Gatekeeper(
                () -> {
                  setting.stage.current().sees(setting.rules());
                  return setting.rules().policy();
                }),
            new DoneJobs(),
            new RecordedNotices(),
            setting.clock,
            Lifetimes.usual(),
            life.process(),
            setting::nextOperation);
    Catalogue catalogue = Sabotage.catalogue(means, flaw);
    return new Running(life, catalogue, new Bot(catalogue, means, () -> CORRELATION));
  }

  private Running alive() {
    if (running.life().isOver()) {
      running = started();
    }
    return running;
  }

  /** Its bot, in its present life. */
  Bot bot() {
    return alive().bot();
  }

  /** Its sweep of messages; how many it found that nobody had answered. */
  int answerLeft(Messenger messenger) {
    return alive().bot().answerLeft(Platform.SLACK, messenger);
  }

  /** Its sweep. */
  int sweep() {
    return alive().catalogue().operations().sweep();
  }

  @Override
  public String toString() {
    return name;
  }

  /** The simulation's own sweeps do them. */
  private static final class DoneJobs implements Jobs {
    @Override
    public Running start(List<Job> jobs) {
      return () -> {};
    }

    @Override
    public boolean areDone() {
      return true;
    }
  }
}
