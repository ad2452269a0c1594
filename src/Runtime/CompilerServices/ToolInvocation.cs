using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen.CompilerServices;

/// <summary>One call of a function by the model: where its arguments come from and its result goes. Used by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolInvocation
{
    // The result is JSON inside JSON, never HTML: nothing is gained by escaping what JSON does not demand.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _function;
    private readonly byte[] _arguments;
    private readonly IReadOnlyList<object?> _targets;
    private readonly IServiceProvider? _services;
    private List<object>? _made;
    private List<string>? _faults;
    private PromptViolations? _violations;
    private Exception? _cause;

    internal ToolInvocation(string function, byte[] arguments, IReadOnlyList<object?> targets, IServiceProvider? services, CancellationToken cancellationToken)
    {
        _function = function;
        _arguments = arguments;
        _targets = targets;
        _services = services;
        CancellationToken = cancellationToken;
    }

    /// <summary>The token of the contract's method.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The services, in a scope of this call.</summary>
    /// <exception cref="GeminiConfigurationException">The generated class was given none.</exception>
    public IServiceProvider Services => _services ?? throw new GeminiConfigurationException(
        $"The function {_function} needs services, and there are none. Give the generated class's constructor an IServiceProvider (AddGeminiGen does), or new ToolInstances(…); who calls it without a contract gives them with the call.");

    /// <summary>The services, or <see langword="null"/> where there are none.</summary>
    internal IServiceProvider? AvailableServices => _services;

    // What the function returned, a JSON value; null when it returned nothing.
    private byte[]? Result { get; set; }

    /// <summary>Calls the function, and disposes what was made for it. Gives what it returned, a JSON value, or <see langword="null"/>.</summary>
    internal async ValueTask<byte[]?> RunAsync(PromptTool tool)
    {
        try
        {
            await tool.Invoke(this).ConfigureAwait(false);
            return Result;
        }
        finally
        {
            await DisposeMadeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The object whose method is called: an argument of the contract's method, a service, or a new one, which is disposed after the call.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="create">Makes one where there is none, or <see langword="null"/>.</param>
    /// <returns>The object.</returns>
    /// <exception cref="GeminiConfigurationException">There is none.</exception>
    public T Target<T>(Func<T>? create = null)
        where T : class
        => ToolTargets.Find<T>(_targets) ?? _services?.GetService(typeof(T)) as T ?? Make(create)
            ?? throw new GeminiConfigurationException(ToolTargets.Missing(_function, typeof(T)));

    /// <summary>A service.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The service.</returns>
    /// <exception cref="GeminiConfigurationException">There is none.</exception>
    public T Service<T>()
        => Services.GetService(typeof(T)) is T service
            ? service
            : throw new GeminiConfigurationException($"The function {_function} needs a {typeof(T).Name}, which is not registered with the services.");

    /// <summary>An argument the model has to give.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="typeInfo">How to read it.</param>
    /// <param name="check">Finds what is wrong with it, or <see langword="null"/>.</param>
    /// <returns>The value; none when <see cref="CheckArguments"/> will throw.</returns>
    public T Required<T>(string name, JsonTypeInfo<T> typeInfo, Action<T, PromptViolations>? check = null)
    {
        if (Read(name, typeInfo, out T? value) is var reading && reading == Reading.Value)
        {
            Check(value!, check);
        }
        else if (reading != Reading.Unreadable)
        {
            AddFault($"The argument '{name}' is missing.");
        }

        return value!;
    }

    /// <summary>An argument the model may leave out.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="typeInfo">How to read it.</param>
    /// <param name="defaultValue">What it is then.</param>
    /// <param name="allowsNull">Whether null is a value; otherwise it counts as left out.</param>
    /// <param name="check">Finds what is wrong with one that is given, or <see langword="null"/>.</param>
    /// <returns>The value; none when <see cref="CheckArguments"/> will throw.</returns>
    public T? Optional<T>(string name, JsonTypeInfo<T> typeInfo, T? defaultValue, bool allowsNull, Action<T, PromptViolations>? check = null)
    {
        switch (Read(name, typeInfo, out T? value))
        {
            case Reading.Value:
                Check(value!, check);
                return value;
            case Reading.Null when allowsNull:
                return value;
            default:
                return defaultValue;
        }
    }

    /// <summary>Makes sure that all arguments read so far can be given to the function.</summary>
    /// <exception cref="ArgumentException">Some cannot: the model is told all that is wrong, and may call again with arguments that fit.</exception>
    public void CheckArguments()
    {
        if (_violations is { Found: { Count: > 0 } found })
        {
            AddFault("The arguments do not fit: " + string.Join("; ", found.Select(static violation => violation.ToString())) + ".");
        }

        if (_faults is not null)
        {
            throw new ToolArgumentException(string.Join(" ", _faults), _cause);
        }
    }

    /// <summary>Notes the result.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The result.</param>
    /// <param name="typeInfo">How to write it.</param>
    public void Return<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        Return(writer => JsonSerializer.Serialize(writer, value, typeInfo));
    }

    /// <summary>Notes a result that is JSON already.</summary>
    internal void Return(JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } json)
        {
            // Written anew: white space would be tokens.
            Return(json.WriteTo);
        }
    }

    /// <summary>All arguments, an object.</summary>
    internal JsonElement ReadArguments()
    {
        Utf8JsonReader reader = new(_arguments);
        return JsonElement.ParseValue(ref reader);
    }

    private void Return(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, WriterOptions))
        {
            write(writer);
        }

        Result = stream.ToArray();
    }

    private T? Make<T>(Func<T>? create)
        where T : class
    {
        T? made = create?.Invoke();
        if (made is IAsyncDisposable or IDisposable)
        {
            (_made ??= []).Add(made);
        }

        return made;
    }

    private async ValueTask DisposeMadeAsync()
    {
        foreach (object made in _made ?? [])
        {
            if (made is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                ((IDisposable)made).Dispose();
            }
        }
    }

    private void AddFault(string fault) => (_faults ??= []).Add(fault);

    private void Check<T>(T value, Action<T, PromptViolations>? check) => check?.Invoke(value, _violations ??= new PromptViolations());

    private Reading Read<T>(string name, JsonTypeInfo<T> typeInfo, out T? value)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        value = default;
        Utf8JsonReader reader = new(_arguments);
        reader.Read();
        while (AnswerReader.NextProperty(ref reader))
        {
            if (!reader.ValueTextEquals(name))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                return Reading.Null;
            }

            try
            {
                value = JsonSerializer.Deserialize(ref reader, typeInfo);
                return value is null ? Reading.Null : Reading.Value;
            }
            catch (Exception exception) when (AnswerFault.IsOfAnswer(exception))
            {
                _cause ??= AnswerFault.CauseOf(exception);
                AddFault($"The argument '{name}' cannot be read: {AnswerFault.CauseOf(exception).Message}");
                return Reading.Unreadable;
            }
        }

        return Reading.Missing;
    }

    /// <summary>What reading an argument came to.</summary>
    private enum Reading
    {
        Missing,
        Null,
        Unreadable,
        Value,
    }
}
