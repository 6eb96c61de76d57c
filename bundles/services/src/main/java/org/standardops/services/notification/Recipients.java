package org.standardops.services.notification;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.services.Caller;
import org.standardops.services.port.Business;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.DeliveryStore.Address;
import org.standardops.services.port.LightAppStore;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Subject;

/** Who is told of a notice, as roles are now. */
public final class Recipients {

  private final BusinessStore businesses;
  private final LightAppStore apps;

  public Recipients(BusinessStore businesses, LightAppStore apps) {
    this.businesses = businesses;
    this.apps = apps;
  }

  /** Each person once by each of the process's channels. */
  public List<Address> of(Notice notice) {
    List<Notify.Channel> channels = notice.notification().by().stream().distinct().toList();
    return people(notice).stream()
        .flatMap(person -> channels.stream().map(channel -> new Address(person, channel)))
        .toList();
  }

  private Set<String> people(Notice notice) {
    Optional<Business> business = businesses.find(notice.business());
    Set<String> people =
        notice.why().on() == Notify.On.ATTENTION
            ? whoMayAct(notice, business)
            : whoWantsToKnow(notice, business);
    if (notice.why().on() != Notify.On.SUCCESS) {
      people.addAll(contacts(notice, business));
    }
    return people;
  }

  /** Of an app that is gone the business admins are left. */
  private Collection<String> contacts(Notice notice, Optional<Business> business) {
    return notice
        .lightApp()
        .flatMap(
            id ->
                apps.find(id)
                    .<Collection<String>>map(app -> app.form().contacts())
                    .or(() -> business.map(Business::admins)))
        .orElse(List.of());
  }

  private static Set<String> whoWantsToKnow(Notice notice, Optional<Business> business) {
    Notify notify = notice.notification();
    Set<String> people = new LinkedHashSet<>(notify.people());
    business.ifPresent(of -> notify.roles().forEach(role -> people.addAll(holders(role, of))));
    if (notify.starter()) {
      people.add(notice.starter());
    }
    return people;
  }

  private static Collection<String> holders(Notify.Role role, Business business) {
    return switch (role) {
      case BUSINESS_ADMIN -> business.admins();
      case BUSINESS_FOLLOWER -> business.followers().keySet();
    };
  }

  private static Set<String> whoMayAct(Notice notice, Optional<Business> business) {
    Set<String> people = new LinkedHashSet<>(notice.asked());
    if (people.isEmpty()) {
      business.ifPresent(
          of -> everybody(of).filter(p -> operates(p, of, notice)).forEach(people::add));
    }
    if (notice.why() == Notice.Why.TERMINATED) {
      people.add(notice.starter());
    }
    return people;
  }

  private static Stream<String> everybody(Business business) {
    return Stream.concat(
        business.admins().stream(), business.followers().keySet().stream().sorted());
  }

  private static boolean operates(String person, Business business, Notice notice) {
    Subject task =
        new Subject(
            "The task " + notice.task(), notice.business(), notice.process(), notice.createdBy());
    return Access.of(new Caller(person, false, false, ""), business)
        .filter(access -> access.may(Operation.RETRY_NODE, task))
        .isPresent();
  }
}
