using System.Globalization;
using System.Text;

namespace GeminiGen.Generator.Emission;

/// <content>The JSON metadata of records, classes and structs.</content>
internal sealed partial class Emitter
{
    private void WriteObjectMetadata(ObjectAnswer answer)
    {
        ObjectCreation creation = new(answer, _model.AnswerTypes);
        string values = $"{Metadata}JsonObjectInfoValues<{answer.TypeName}>";
        using (_writer.Block($"private static {Metadata}JsonTypeInfo<{answer.TypeName}> {AnswerNames.Create(answer)}({OptionsType} options)"))
        {
            using (_writer.Block($"var values = new {values}", end: ";"))
            {
                _writer.Line(creation.Slots.Count == 0
                    ? $"ObjectCreator = static () => {creation.Expression},"
                    : $"ObjectWithParameterizedConstructorCreator = static arguments => {creation.Expression},");
                _writer.Line($"PropertyMetadataInitializer = _ => {AnswerNames.Members(answer)}(options),");
                if (creation.Slots.Count > 0)
                {
                    _writer.Line($"ConstructorParameterMetadataInitializer = {AnswerNames.Parameters(answer)},");
                }
            }

            _writer.Line($"return {Metadata}JsonMetadataServices.CreateObjectInfo<{answer.TypeName}>(options, values);");
        }

        _writer.Line();
        WriteMembers(answer);
        WriteInitAccessors(answer);
        if (creation.Slots.Count > 0)
        {
            _writer.Line();
            WriteParameters(answer, creation);
        }
    }

    private void WriteMembers(ObjectAnswer answer)
    {
        string count = answer.Members.Count.ToString(CultureInfo.InvariantCulture);
        using (_writer.Block($"private static {Metadata}JsonPropertyInfo[] {AnswerNames.Members(answer)}({OptionsType} options)"))
        {
            _writer.Line($"var members = new {Metadata}JsonPropertyInfo[{count}];");
            for (int i = 0; i < answer.Members.Count; i++)
            {
                WriteMember(answer, answer.Members[i], $"members[{i.ToString(CultureInfo.InvariantCulture)}]");
            }

            _writer.Line("return members;");
        }
    }

    private void WriteMember(ObjectAnswer answer, AnswerMember member, string target)
    {
        string name = CSharpLiteral.Identifier(member.Name);
        string getter = member.HasGetter ? $"static instance => (({member.DeclaringTypeName})instance).{name}!" : "null";
        _writer.Line($"{target} = {AnswersPlumbing}CreateMember<{member.DeclaringTypeName}, {_model.AnswerTypes[member.Type].TypeName}>(");
        using (_writer.Indent())
        {
            _writer.Line($"options, {CSharpLiteral.String(member.Name)}, {CSharpLiteral.String(member.JsonName)}, {getter},");
            _writer.Line($"{GetSetter(answer, member, name)}, isRequired: {Boolean(member.IsRequired)}, isNullable: {Boolean(member.IsNullable)});");
        }
    }

    private string GetSetter(ObjectAnswer answer, AnswerMember member, string name)
    {
        string instance = answer.IsValueType
            ? $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{answer.TypeName}>(instance)"
            : $"(({member.DeclaringTypeName})instance)";
        return member.Write switch
        {
            AnswerWrite.Setter => $"static (instance, value) => {instance}.{name} = value!",
            AnswerWrite.InitAccessor => $"static (instance, value) => {AnswerNames.Setter(answer, member)}({(answer.IsValueType ? "ref " : "")}{instance}, value!)",
            _ => "null",
        };
    }

    private static string Boolean(bool value) => value ? "true" : "false";

    /// <summary>The language lets an object initializer call an <c>init</c> accessor and nobody else; the runtime does not mind.</summary>
    private void WriteInitAccessors(ObjectAnswer answer)
    {
        foreach (AnswerMember member in answer.Members)
        {
            if (member.Write == AnswerWrite.InitAccessor)
            {
                string reference = answer.IsValueType ? "ref " : "";
                _writer.Line();
                _writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"set_{member.Name}\")]");
                _writer.Line($"private static extern void {AnswerNames.Setter(answer, member)}({reference}{member.DeclaringTypeName} instance, {_model.AnswerTypes[member.Type].TypeName} value);");
            }
        }
    }

    private void WriteParameters(ObjectAnswer answer, ObjectCreation creation)
    {
        string values = Metadata + "JsonParameterInfoValues";
        using (_writer.Block($"private static {values}[] {AnswerNames.Parameters(answer)}() => new {values}[]", end: ";"))
        {
            for (int i = 0; i < creation.Slots.Count; i++)
            {
                CreationSlot slot = creation.Slots[i];
                AnswerMember member = answer.Members[slot.Member];
                AnswerType type = _model.AnswerTypes[member.Type];
                string initializer = slot.IsInitializer ? ", isInitializer: true" : "";
                string defaultValue = slot.DefaultValue is { } value ? $", hasDefault: true, defaultValue: {GetBoxedDefault(type, value)}" : "";
                _writer.Line(
                    $"{AnswersPlumbing}CreateArgument({CSharpLiteral.String(slot.Name)}, typeof({type.TypeName}), {i.ToString(CultureInfo.InvariantCulture)}, isNullable: {Boolean(member.IsNullable)}{initializer}{defaultValue}),");
            }
        }
    }

    /// <summary>Boxes as the parameter's type: a default of <c>5</c> for a <c>long</c> is not an <c>int</c>.</summary>
    private static string GetBoxedDefault(AnswerType type, string value)
        => type.IsValueType ? $"({type.TypeName}){(value == "default" ? "default" : "(" + value + ")")}" : value.TrimEnd('!');

    /// <summary>An argument of the creation: of the constructor, then of the object initializer.</summary>
    private readonly record struct CreationSlot(string Name, int Member, string? DefaultValue, bool IsInitializer);

    /// <summary>The expression that creates an object, and the arguments it takes.</summary>
    private sealed class ObjectCreation
    {
        private readonly EquatableArray<AnswerType> _types;

        public ObjectCreation(ObjectAnswer answer, EquatableArray<AnswerType> types)
        {
            _types = types;
            StringBuilder text = new("new " + answer.TypeName + "(");
            Dictionary<int, int> slotOfMember = [];
            for (int i = 0; i < answer.Arguments.Count; i++)
            {
                AnswerArgument argument = answer.Arguments[i];
                text.Append(i > 0 ? ", " : "");
                if (argument.Member < 0)
                {
                    text.Append(argument.DefaultValue);
                    continue;
                }

                slotOfMember[argument.Member] = Slots.Count;
                text.Append(GetArgument(answer, argument.Member, Slots.Count));
                Slots.Add(new CreationSlot(argument.Name, argument.Member, argument.DefaultValue, false));
            }

            text.Append(')');
            AppendInitializer(text, answer, slotOfMember);
            Expression = text.ToString();
        }

        public List<CreationSlot> Slots { get; } = [];

        public string Expression { get; }

        private string GetArgument(ObjectAnswer answer, int member, int slot)
        {
            AnswerType type = _types[answer.Members[member].Type];
            string number = slot.ToString(CultureInfo.InvariantCulture);
            return !answer.Members[member].IsEmptyWhenMissing ? $"(({type.TypeName})arguments[{number}])!"
                : type is ListAnswer { Kind: ListKind.ImmutableArray } ? $"(arguments[{number}] is {type.TypeName} {{ IsDefault: false }} given{number} ? given{number} : {type.TypeName}.Empty)"
                : $"(({type.TypeName}?)arguments[{number}] ?? {EmptyCollections.Create(type, _types)})!";
        }

        private void AppendInitializer(StringBuilder text, ObjectAnswer answer, Dictionary<int, int> slotOfMember)
        {
            bool isOpen = false;
            for (int i = 0; i < answer.Members.Count; i++)
            {
                if (answer.Members[i].Write != AnswerWrite.Initializer)
                {
                    continue;
                }

                if (!slotOfMember.TryGetValue(i, out int slot))
                {
                    slot = Slots.Count;
                    Slots.Add(new CreationSlot(answer.Members[i].Name, i, null, true));
                }

                text.Append(isOpen ? ", " : " { ").Append(CSharpLiteral.Identifier(answer.Members[i].Name)).Append(" = ").Append(GetArgument(answer, i, slot));
                isOpen = true;
            }

            text.Append(isOpen ? " }" : "");
        }
    }
}
