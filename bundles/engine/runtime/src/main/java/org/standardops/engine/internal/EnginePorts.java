package org.standardops.engine.internal;

import java.time.InstantSource;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.Connections;
import org.standardops.engine.port.HostKeys;
import org.standardops.engine.port.Hosts;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.NodeLogStore;
import org.standardops.engine.port.OutboundHttp;
import org.standardops.engine.port.Secrets;

/**
 * Everything that the engine needs of the world.
 *
 * @param wallClock for atoms that wait until a time of day; the engine itself goes by its own clock
 */
record EnginePorts(
    JournalStore journal,
    AtomCatalog atoms,
    NodeLogStore logs,
    OutboundHttp http,
    Connections connections,
    Secrets secrets,
    Hosts hosts,
    HostKeys hostKeys,
    InstantSource wallClock) {}
