package org.paivand.registry;

import org.paivand.registry.hsds.Source;
import org.paivand.registry.hsds.Tables;

/** What somebody sent to be imported. */
public record ImportFile(Tables tables, Source source) {}
