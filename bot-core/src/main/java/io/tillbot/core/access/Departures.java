package io.tillbot.core.access;

import java.util.List;
import java.util.Optional;

/** Workspaces that have left and are not forgotten yet, within one unit of work. */
public interface Departures {

  /** Keeps it, in place of an earlier one of the workspace. */
  void put(Departure departure);

  /** That of a workspace. */
  Optional<Departure> of(Workspace workspace);

  /** All of them, the longest known first. */
  List<Departure> all();

  /** Nothing is left to be done. */
  void end(Workspace workspace);
}
