namespace GeminiGen.Generator.Emission;

/// <summary>Finds the types that a large schema had better define once and refer to by name. Small ones are written out, which reads better and every model takes.</summary>
internal sealed class SharedTypes
{
    /// <summary>How large a schema may become before anything is shared.</summary>
    private const int MaxSize = 500;

    private readonly EquatableArray<AnswerType> _types;
    private readonly HashSet<int> _met = [];
    private readonly HashSet<int> _shared = [];
    private readonly HashSet<AnswerType> _found = [];

    private SharedTypes(EquatableArray<AnswerType> types) => _types = types;

    /// <summary>The types to share among what some types are made of.</summary>
    public static HashSet<AnswerType> Find(EquatableArray<AnswerType> types, List<int> roots)
    {
        AnswerSizes sizes = new([.. types]);
        SharedTypes shared = new(types);
        long size = 0;
        foreach (int root in roots)
        {
            size += sizes.Measure(types[root]);
        }

        if (size > MaxSize)
        {
            roots.ForEach(root => shared.VisitParts(types[root]));
        }

        return shared._found;
    }

    private void Visit(int index)
    {
        AnswerType type = _types[index];
        if (_met.Add(index))
        {
            VisitParts(type);
        }
        else if (type is ObjectAnswer or PolymorphicAnswer && _shared.Add(index))
        {
            _found.Add(type);
        }
    }

    private void VisitParts(AnswerType type)
    {
        switch (type)
        {
            case NullableAnswer nullable:
                Visit(nullable.Underlying);
                break;
            case ListAnswer list:
                Visit(list.Element);
                break;
            case DictionaryAnswer dictionary:
                Visit(dictionary.Value);
                if (_types[dictionary.Key] is EnumAnswer)
                {
                    // Each member of the enum is one of the object, with the value's type.
                    Visit(dictionary.Value);
                }

                break;
            case PolymorphicAnswer polymorphic:
                foreach (PolymorphicCase known in polymorphic.Cases)
                {
                    VisitParts(_types[known.Type]);
                }

                break;
            case ObjectAnswer answer:
                foreach (AnswerMember member in answer.Members)
                {
                    Visit(member.Type);
                }

                break;
        }
    }
}
