package org.standardops.services;

import org.standardops.platform.Person;
import org.standardops.services.port.Account;

/** An account with what the configuration platform knows of its person. */
public record AccountView(Account account, Person person) {}
