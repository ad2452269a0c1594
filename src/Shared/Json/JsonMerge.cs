namespace GeminiGen.Shared.Json;

/// <summary>Puts one JSON value over another.</summary>
internal static class JsonMerge
{
    /// <summary>Merges objects member by member; every other value takes the place of what was there, null too.</summary>
    /// <param name="below">What is there.</param>
    /// <param name="above">What is put over it.</param>
    /// <param name="whole">The name of members that take the place of what was there although they are objects.</param>
    public static JsonValue Over(JsonValue below, JsonValue above, string whole)
    {
        if (below.Kind != JsonKind.Object || above.Kind != JsonKind.Object)
        {
            return above;
        }

        List<JsonMember> members = new(below.Members.Count + above.Members.Count);
        foreach (JsonMember member in below.Members)
        {
            members.Add(above.Find(member.Name) is { } value ? member with { Value = member.Name == whole ? value : Over(member.Value, value, whole) } : member);
        }

        foreach (JsonMember member in above.Members)
        {
            if (below.Find(member.Name) is null)
            {
                members.Add(member);
            }
        }

        return JsonValue.Object(above.Position, members);
    }
}
