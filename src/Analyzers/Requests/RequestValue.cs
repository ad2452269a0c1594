using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Requests;

/// <summary>
/// A value in a request as source spells it out, whatever it is spelled in: an anonymous object, objects of a client library or of the project, JSON nodes, dictionaries, or JSON
/// text. What only running code knows has no members, no items and no constant.
/// </summary>
internal sealed class RequestValue
{
    private RequestValue(Location location) => Location = location;

    /// <summary>Where it stands.</summary>
    public Location Location { get; }

    /// <summary>The code that makes it; null in JSON text.</summary>
    public IOperation? Operation { get; private init; }

    /// <summary>A number (<c>double</c> or an integer), a text or a truth value; null when it is none that is known.</summary>
    public object? Constant { get; private init; }

    /// <summary>The members of an object, in the order of the source.</summary>
    public IReadOnlyList<RequestMember> Members { get; private init; } = [];

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<RequestValue> Items { get; private init; } = [];

    /// <summary>Whether it is an object.</summary>
    public bool IsObject { get; private init; }

    /// <summary>Whether nothing belongs to it but <see cref="Members"/> and <see cref="Items"/>.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>An object.</summary>
    public static RequestValue OfMembers(Location location, IOperation? operation, IReadOnlyList<RequestMember> members, bool isWhole)
        => new(location) { Operation = operation, Members = members, IsObject = true, IsWhole = isWhole };

    /// <summary>A list.</summary>
    public static RequestValue OfItems(Location location, IOperation? operation, IReadOnlyList<RequestValue> items, bool isWhole)
        => new(location) { Operation = operation, Items = items, IsWhole = isWhole };

    /// <summary>A constant, or, with null, a value that is not known.</summary>
    public static RequestValue Of(Location location, IOperation? operation, object? constant) => new(location) { Operation = operation, Constant = constant };

    /// <summary>The value of a member, however its name is cased and whether it has underscores; null when there is none.</summary>
    /// <param name="name">The name in small letters without underscores.</param>
    public RequestValue? Find(string name)
    {
        foreach (RequestMember member in Members)
        {
            if (member.Is(name))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>Every value in it, itself first, with the name of the member each stands in; an item of a list has the list's.</summary>
    public IEnumerable<(string? Name, RequestValue Value)> Descend(string? name = null)
    {
        yield return (name, this);
        foreach (RequestMember member in Members)
        {
            foreach ((string? Name, RequestValue Value) inner in member.Value.Descend(member.Name))
            {
                yield return inner;
            }
        }

        foreach (RequestValue item in Items)
        {
            foreach ((string? Name, RequestValue Value) inner in item.Descend(name))
            {
                yield return inner;
            }
        }
    }
}
