using System.Collections;
using System.Reflection;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>Walks everything reachable from an object, private fields of base classes included.</summary>
internal static class ObjectGraph
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Fails when an object assignable to one of the types is reachable; the message is the path to it.</summary>
    public static void AssertHoldsNone(object? root, Type[] forbidden)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(object? Value, string Path)>();
        pending.Push((root, "root"));
        while (pending.TryPop(out (object? Value, string Path) next))
        {
            if (next.Value is not { } value || IsLeaf(value.GetType()) || (!value.GetType().IsValueType && !seen.Add(value)))
            {
                continue;
            }

            Type? found = Array.Find(forbidden, type => type.IsInstanceOfType(value));
            Assert.True(found is null, $"{next.Path} holds a {found?.Name}: {value.GetType()}");
            foreach ((object? child, string path) in Children(value))
            {
                pending.Push((child, next.Path + path));
            }
        }
    }

    private static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || type == typeof(decimal);

    private static IEnumerable<(object? Child, string Path)> Children(object value)
    {
        if (value is Array array)
        {
            foreach (object? item in (IEnumerable)array)
            {
                yield return (item, "[]");
            }
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Fields))
            {
                yield return (field.GetValue(value), "." + field.Name);
            }
        }
    }
}
