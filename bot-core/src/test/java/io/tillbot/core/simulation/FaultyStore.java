package io.tillbot.core.simulation;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The shared store as one process sees it. */
final class FaultyStore implements Store {
  private final Store store;
  private final Setting setting;
  private final Life life;

  FaultyStore(Store store, Setting setting, Life life) {
    this.store = store;
    this.setting = setting;
    this.life = life;
  }

  @Override
  public <T> T write(Function<UnitOfWork, T> work) {
    setting.pause(life, Fault.CRASH_BEFORE_COMMIT);
    if (setting.chance.strikes(Fault.UNIT_FAILS)) {
      throw new CredentialVault.VaultException("nothing was kept");
    }
    Journal.Entry entry = setting.journal.entry(life);
    List<String> takenUp = new ArrayList<>();
    T result =
        store.write(
            unit -> {
              T given = work.apply(new WatchedUnit(unit, takenUp));
              entry.read(unit.operations());
              return given;
            });
    entry.committed();
    takenUp.forEach(setting.mail::takenUp);
    if (setting.chance.strikes(Fault.COMMIT_UNSEEN)) {
      throw new CredentialVault.VaultException("it is not known whether it was kept");
    }
    setting.pause(life, Fault.CRASH_AFTER_COMMIT);
    return result;
  }

  @Override
  public <T> T read(Function<UnitOfWork, T> work) {
    setting.pause(life, Fault.CRASH_BEFORE_COMMIT);
    return store.read(work);
  }
}
