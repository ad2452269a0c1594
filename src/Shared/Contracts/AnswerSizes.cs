namespace GeminiGen;

/// <summary>
/// Counts what a schema comes to where every type is written out at each of its uses: types that are used twice by types that are used twice double it
/// with every step.
/// </summary>
/// <param name="types">The types of a contract.</param>
internal sealed class AnswerSizes(IReadOnlyList<AnswerType> types)
{
    private readonly Dictionary<int, int> _sizes = [];

    /// <summary>The size of a type, in schemas of members and elements; one that contains itself is a name at its uses.</summary>
    public int Get(int type)
    {
        if (types[type].IsRecursive)
        {
            return 1;
        }

        if (!_sizes.TryGetValue(type, out int size))
        {
            size = Measure(types[type]);
            _sizes.Add(type, size);
        }

        return size;
    }

    /// <summary>The size of a type with its parts, a name of its own or not.</summary>
    public int Measure(AnswerType type) => type switch
    {
        NullableAnswer nullable => Get(nullable.Underlying),
        ListAnswer list => Add(1, Get(list.Element)),
        DictionaryAnswer dictionary => Add(1, Multiply(types[dictionary.Key] is EnumAnswer keys ? keys.Members.Count : 1, Get(dictionary.Value))),
        PolymorphicAnswer polymorphic => MeasureCases(polymorphic),
        ObjectAnswer answer => MeasureMembers(answer),
        _ => 1,
    };

    private int MeasureCases(PolymorphicAnswer type)
    {
        int size = 1;
        foreach (PolymorphicCase known in type.Cases)
        {
            size = Add(size, Measure(types[known.Type]));
        }

        return size;
    }

    private int MeasureMembers(ObjectAnswer type)
    {
        int size = 1;
        foreach (AnswerMember member in type.Members)
        {
            size = Add(size, Get(member.Type));
        }

        return size;
    }

    private static int Add(int left, int right) => (int)Math.Min((long)left + right, int.MaxValue);

    private static int Multiply(int left, int right) => (int)Math.Min((long)left * right, int.MaxValue);
}
