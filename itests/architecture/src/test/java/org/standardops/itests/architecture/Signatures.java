package org.standardops.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every public and protected signature of a package, one a line, always in the same order. */
final class Signatures {

  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private Signatures() {}

  static String of(String packageName) {
    return new ClassFileImporter()
        .importPackages(packageName).stream()
            .filter(type -> type.getPackageName().equals(packageName))
            .<Class<?>>map(JavaClass::reflect)
            .filter(Signatures::isVisible)
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .map(Signatures::type)
            .collect(Collectors.joining("\n"));
  }

  private static boolean isVisible(Class<?> type) {
    return isVisible(type.getModifiers())
        && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String type(Class<?> type) {
    return Stream.of(
            Stream.of(header(type)),
            list("extends", Stream.ofNullable(type.getGenericSuperclass())),
            list("implements", Arrays.stream(type.getGenericInterfaces())),
            list(
                "permits",
                Stream.ofNullable(type.getPermittedSubclasses()).flatMap(Arrays::stream)),
            list("constants", Stream.ofNullable(type.getEnumConstants()).flatMap(Arrays::stream)),
            list(
                "components",
                Stream.ofNullable(type.getRecordComponents())
                    .flatMap(Arrays::stream)
                    .map(Signatures::component)),
            members(type))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String header(Class<?> type) {
    return type.toGenericString();
  }

  private static Stream<String> list(String word, Stream<?> things) {
    List<String> texts = things.map(Signatures::text).toList();
    return texts.isEmpty() ? Stream.of() : Stream.of("  " + word + " " + String.join(", ", texts));
  }

  private static String text(Object thing) {
    return thing instanceof Type type ? type.getTypeName() : thing.toString();
  }

  private static String component(RecordComponent component) {
    return component.getGenericType().getTypeName() + " " + component.getName();
  }

  private static Stream<String> members(Class<?> type) {
    return Stream.of(
            type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
        .<Member>flatMap(Arrays::stream)
        .filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
        .filter(member -> !OF_EVERY_OBJECT.contains(member.getName()))
        .map(member -> "  " + member(member))
        .sorted();
  }

  private static String member(Member member) {
    return member instanceof Executable executable
        ? executable.toGenericString()
        : field((Field) member);
  }

  private static String field(Field field) {
    try {
      boolean constant = Modifier.isStatic(field.getModifiers()) && !field.isEnumConstant();
      return field.toGenericString() + (constant ? " = " + field.get(null) : "");
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
