using System.Text;

namespace GeminiGen.Generator.Emission;

/// <content>
/// How typed answers are read: JSON metadata as the JSON generator would write it, because generators cannot see each other's output. No
/// reflection, so that trimming and native compilation keep working.
/// </content>
internal sealed partial class Emitter
{
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata.";
    private const string Services = Metadata + "JsonMetadataServices.";
    private const string AnswersPlumbing = Plumbing + "PromptAnswers.";
    private const string OptionsType = "global::System.Text.Json.JsonSerializerOptions";

    private AnswerMemberNames? _answerNames;

    private AnswerMemberNames AnswerNames => _answerNames ??= new AnswerMemberNames(GetRuntimeTypes());

    private void WriteAnswers()
    {
        if (_model.AnswerTypes.Count == 0)
        {
            return;
        }

        List<AnswerType> types = GetRuntimeTypes();
        _writer.Line();
        using (_writer.Block($"private sealed class {_answersClass} : {Metadata}IJsonTypeInfoResolver"))
        {
            _writer.Line($"private static readonly {OptionsType} {AnswerNames.Options} = {AnswerNames.CreateOptions}();");
            WriteRoots();
            _writer.Line();
            WriteOptions();
            _writer.Line();
            WriteResolver(types);
            foreach (AnswerType type in types)
            {
                _writer.Line();
                WriteMetadata(type);
            }

            WriteChecks();
            WriteCompletions();
        }
    }

    /// <summary>How the last snapshot gets the whole answer: through an <c>init</c> accessor, which nobody may call but the runtime.</summary>
    private void WriteCompletions()
    {
        HashSet<string> written = new(StringComparer.Ordinal);
        foreach (PromptMethodModel method in _model.Methods)
        {
            if (method.Snapshot is { } snapshot && _model.AnswerTypes[snapshot.Type] is { } type && written.Add(type.Name))
            {
                AnswerType answer = _model.AnswerTypes[method.AnswerType];
                string value = answer.IsValueType ? $"new {answer.TypeName}?(value)" : "value";
                _writer.Line();
                _writer.Line($"internal static void {AnswerNames.Complete(type)}({type.TypeName} instance, {answer.TypeName} value)");
                using (_writer.Indent())
                {
                    _writer.Line($"=> {AnswerNames.CompleteSetter(type)}(instance, {value});");
                }

                _writer.Line();
                _writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"set_{snapshot.CompleteName}\")]");
                _writer.Line($"private static extern void {AnswerNames.CompleteSetter(type)}({type.TypeName} instance, {answer.TypeName}? value);");
            }
        }
    }

    /// <summary>Types that differ by nullable annotations only are one type at run time.</summary>
    private List<AnswerType> GetRuntimeTypes()
    {
        List<AnswerType> types = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (AnswerType type in _model.AnswerTypes)
        {
            if (names.Add(type.Name))
            {
                types.Add(type);
            }
        }

        return types;
    }

    private void WriteRoots()
    {
        HashSet<string> written = new(StringComparer.Ordinal);
        foreach (PromptMethodModel method in _model.Methods)
        {
            WriteRoot(method.AnswerType, written);
            WriteRoot(method.Snapshot?.Type ?? -1, written);
        }

        foreach (ToolModel tool in _model.Tools)
        {
            foreach (ToolParameterModel parameter in tool.Parameters)
            {
                WriteRoot(parameter.Type, written);
            }

            WriteRoot(tool.ResultType, written);
        }
    }

    private void WriteRoot(int index, HashSet<string> written)
    {
        if (index >= 0 && _model.AnswerTypes[index] is { } type && written.Add(type.Name))
        {
            string info = $"{Metadata}JsonTypeInfo<{type.TypeName}>";
            _writer.Line();
            _writer.Line($"internal static readonly {info} {CSharpLiteral.Identifier(type.Name)} = ({info}){AnswerNames.Options}.GetTypeInfo(typeof({type.TypeName}));");
        }
    }

    /// <summary>
    /// Strict where a wrong answer would pass as a right one: null where none may be, a member twice. A member nobody asked for harms nothing.
    /// </summary>
    private void WriteOptions()
    {
        using (_writer.Block($"private static {OptionsType} {AnswerNames.CreateOptions}()"))
        {
            using (_writer.Block($"var options = new {OptionsType}", end: ";"))
            {
                _writer.Line($"TypeInfoResolver = new {_answersClass}(),");
                _writer.Line("AllowDuplicateProperties = false,");
                _writer.Line("RespectNullableAnnotations = true,");
            }

            _writer.Line("options.MakeReadOnly();");
            _writer.Line("return options;");
        }
    }

    private void WriteResolver(List<AnswerType> types)
    {
        using (_writer.Block($"{Metadata}JsonTypeInfo? {Metadata}IJsonTypeInfoResolver.GetTypeInfo(global::System.Type type, {OptionsType} options)"))
        {
            foreach (AnswerType type in types)
            {
                using (_writer.Block($"if (type == typeof({type.TypeName}))"))
                {
                    _writer.Line($"return {AnswerNames.Create(type)}(options);");
                }

                _writer.Line();
            }

            _writer.Line("return null;");
        }
    }

    private void WriteMetadata(AnswerType type)
    {
        switch (type)
        {
            case ObjectAnswer answer:
                WriteObjectMetadata(answer);
                break;
            case ListAnswer list:
                WriteCreate(type, GetListMetadata(list));
                break;
            case NullableAnswer nullable:
                WriteCreate(type, $"{Services}CreateValueInfo<{type.TypeName}>(options, {Services}GetNullableConverter<{_model.AnswerTypes[nullable.Underlying].TypeName}>(options))");
                break;
            case EnumAnswer { IsFlags: true } flags:
                WriteCreate(type, $"{AnswersPlumbing}CreateFlags<{type.TypeName}>(options, static (left, right) => left | right, {GetPairs(flags)})");
                break;
            case EnumAnswer values:
                WriteCreate(type, $"{AnswersPlumbing}CreateEnum<{type.TypeName}>(options, {GetNames(values)})");
                break;
            case PolymorphicAnswer polymorphic:
                WriteCreate(type, $"{AnswersPlumbing}CreatePolymorphic<{type.TypeName}>(options, {CSharpLiteral.String(polymorphic.Discriminator)}, {GetCases(polymorphic)})");
                break;
            case DictionaryAnswer dictionary:
                WriteCreate(type, GetDictionaryMetadata(dictionary));
                break;
            case PrimitiveAnswer { Converter: null } own:
                WriteCreate(type, $"{AnswersPlumbing}{GetOwnReader(own)}<{type.TypeName}>(options)");
                break;
            case PrimitiveAnswer primitive:
                WriteCreate(type, $"{Services}CreateValueInfo<{type.TypeName}>(options, {Services}{primitive.Converter})");
                break;
        }
    }

    private static string GetOwnReader(PrimitiveAnswer type) => type.Schema.Type switch
    {
        PrimitiveSchemas.Integer => "CreateInteger",
        PrimitiveSchemas.Number => "CreateFloat",
        _ => "CreateMoment",
    };

    private void WriteCreate(AnswerType type, string call)
    {
        _writer.Line($"private static {Metadata}JsonTypeInfo<{type.TypeName}> {AnswerNames.Create(type)}({OptionsType} options)");
        using (_writer.Indent())
        {
            _writer.Line($"=> {call};");
        }
    }

    private static string GetNames(EnumAnswer values)
    {
        StringBuilder text = new();
        foreach (EnumMember member in values.Members)
        {
            text.Append(text.Length > 0 ? ", " : "").Append(CSharpLiteral.String(member.JsonName));
        }

        return text.ToString();
    }

    /// <summary>The names of an enum's members with their values, as tuples.</summary>
    private static string GetPairs(EnumAnswer values)
    {
        StringBuilder text = new();
        foreach (EnumMember member in values.Members)
        {
            text.Append(text.Length > 0 ? ", (" : "(").Append(CSharpLiteral.String(member.JsonName)).Append(", ");
            text.Append(values.TypeName).Append('.').Append(CSharpLiteral.Identifier(member.Name)).Append(')');
        }

        return text.ToString();
    }

    private string GetCases(PolymorphicAnswer type)
    {
        StringBuilder text = new();
        foreach (PolymorphicCase value in type.Cases)
        {
            text.Append(text.Length > 0 ? ", (" : "(").Append(value.IsNumber ? value.Value : CSharpLiteral.String(value.Value));
            text.Append(", typeof(").Append(_model.AnswerTypes[value.Type].TypeName).Append("))");
        }

        return text.ToString();
    }

    private string GetDictionaryMetadata(DictionaryAnswer dictionary)
    {
        AnswerType key = _model.AnswerTypes[dictionary.Key];
        AnswerType value = _model.AnswerTypes[dictionary.Value];
        string types = key.TypeName + ", " + value.TypeName;
        string create = dictionary.Kind switch
        {
            DictionaryKind.Sorted when EmptyCollections.GetComparer(key) is { Length: > 0 } comparer => $"static entries => new {dictionary.TypeName}(entries, {comparer})",
            DictionaryKind.Sorted => $"static entries => new {dictionary.TypeName}(entries)",
            DictionaryKind.Immutable => "static entries => global::System.Collections.Immutable.ImmutableDictionary.CreateRange(entries)",
            DictionaryKind.ImmutableSorted when EmptyCollections.GetComparer(key) is { Length: > 0 } comparer
                => $"static entries => global::System.Collections.Immutable.ImmutableSortedDictionary.CreateRange({comparer}, entries)",
            DictionaryKind.ImmutableSorted => "static entries => global::System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(entries)",
            DictionaryKind.Frozen => "static entries => global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(entries)",
            DictionaryKind.ReadOnly or DictionaryKind.Concurrent => $"static entries => new {dictionary.TypeName}(entries)",
            _ => "static entries => entries",
        };
        bool refusesNull = !value.IsValueType && !IsNullInAny(dictionary.Name);
        string keys = key is EnumAnswer values ? ", " + GetPairs(values) : "";
        string method = keys.Length > 0 ? "CreateEnumDictionary" : "CreateDictionary";
        string arguments = keys.Length > 0 ? types : value.TypeName;
        return $"{AnswersPlumbing}{method}<{dictionary.TypeName}, {arguments}>(options, {create}, allowsNull: {Boolean(!refusesNull)}{keys})";
    }

    /// <summary>Dictionaries that differ by nullable annotations only have one description, as lists have.</summary>
    private bool IsNullInAny(string name)
    {
        foreach (AnswerType type in _model.AnswerTypes)
        {
            if (type is DictionaryAnswer { IsValueNullable: true } other && other.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private string GetListMetadata(ListAnswer list)
    {
        string create = Services + GetListFactory(list);
        return RefusesNullElements(list) ? $"{AnswersPlumbing}RefuseNullElements({create})" : create;
    }

    /// <summary>Lists that differ by nullable annotations only have one description: it refuses null when all of them do.</summary>
    private bool RefusesNullElements(ListAnswer list)
    {
        if (_model.AnswerTypes[list.Element].IsValueType)
        {
            return false;
        }

        foreach (AnswerType type in _model.AnswerTypes)
        {
            if (type is ListAnswer { IsElementNullable: true } other && other.Name == list.Name)
            {
                return false;
            }
        }

        return true;
    }

    private string GetListFactory(ListAnswer list)
    {
        string element = _model.AnswerTypes[list.Element].TypeName;
        string both = list.TypeName + ", " + element;
        string values = $"new {Metadata}JsonCollectionInfoValues<{list.TypeName}>()";
        string comparer = list.Kind is ListKind.SortedSet or ListKind.ImmutableSortedSet ? EmptyCollections.GetComparer(_model.AnswerTypes[list.Element]) : "";
        string created = $"new {Metadata}JsonCollectionInfoValues<{list.TypeName}> {{ ObjectCreator = static () => new {list.TypeName}({comparer}) }}";
        return list.Kind switch
        {
            ListKind.Array => $"CreateArrayInfo<{element}>(options, {values})",
            ListKind.List => $"CreateListInfo<{both}>(options, {created})",
            ListKind.ListInterface => $"CreateIListInfo<{both}>(options, {values})",
            ListKind.CollectionInterface => $"CreateICollectionInfo<{both}>(options, {values})",
            ListKind.Set or ListKind.SortedSet => $"CreateISetInfo<{both}>(options, {created})",
            ListKind.Collection => $"CreateIListInfo<{both}>(options, {created})",
            ListKind.SetInterface => $"CreateISetInfo<{both}>(options, {values})",
            ListKind.ReadOnlySetInterface => $"CreateImmutableEnumerableInfo<{both}>(options, {values}, static elements => new global::System.Collections.Generic.HashSet<{element}>(elements))",
            ListKind.ImmutableArray => $"CreateImmutableEnumerableInfo<{both}>(options, {values}, global::System.Collections.Immutable.ImmutableArray.CreateRange<{element}>)",
            ListKind.ImmutableList => $"CreateImmutableEnumerableInfo<{both}>(options, {values}, global::System.Collections.Immutable.ImmutableList.CreateRange<{element}>)",
            ListKind.ImmutableSet => $"CreateImmutableEnumerableInfo<{both}>(options, {values}, global::System.Collections.Immutable.ImmutableHashSet.CreateRange<{element}>)",
            ListKind.ImmutableSortedSet => $"CreateImmutableEnumerableInfo<{both}>(options, {values}, static elements => global::System.Collections.Immutable.ImmutableSortedSet.CreateRange<{element}>({(comparer.Length > 0 ? comparer + ", " : "")}elements))",
            ListKind.FrozenSet => $"CreateImmutableEnumerableInfo<{both}>(options, {values}, static elements => global::System.Collections.Frozen.FrozenSet.ToFrozenSet<{element}>(elements))",
            ListKind.ReadOnlyCollection => $"CreateImmutableEnumerableInfo<{both}>(options, {values}, static elements => new {list.TypeName}(new global::System.Collections.Generic.List<{element}>(elements)))",
            _ => $"CreateIEnumerableInfo<{both}>(options, {values})",
        };
    }
}
