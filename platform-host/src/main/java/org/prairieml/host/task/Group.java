package org.prairieml.host.task;

import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.host.figures.Role;

/**
 * Networks that differ in their start values alone.
 *
 * @param name the group's name
 * @param role what the group is in the experiment
 * @param network their layers
 */
record Group(String name, Role role, NetworkTemplate network) {}
