namespace GeminiGen.Generator.Emission;

/// <content>The registration.</content>
internal sealed partial class Emitter
{
    private const string BuilderType = "global::GeminiGen.GeminiGenBuilder";

    /// <summary>Adds only what is not registered yet, so that a fake that was registered before stays.</summary>
    private void WriteRegistration(RegistrationModel registration)
    {
        _writer.Line($"/// <summary>Registers <see cref=\"{_model.InterfaceTypeName}\"/>.</summary>");
        GeneratedAttributes.Write(_writer);
        using (_writer.Block($"{registration.Accessibility} static class {registration.ExtensionClassName}"))
        {
            _writer.Line($"/// <summary>Registers <see cref=\"{_model.InterfaceTypeName}\"/> as a singleton, unless it is registered already.</summary>");
            _writer.Line("/// <param name=\"builder\">What <c>AddGeminiGen</c> returned.</param>");
            _writer.Line("/// <returns>The same builder.</returns>");
            using (_writer.Block($"public static {BuilderType} {registration.MethodName}(this {BuilderType} builder)"))
            {
                using (_writer.Block("if (builder is null)"))
                {
                    _writer.Line("throw new global::System.ArgumentNullException(nameof(builder));");
                }

                _writer.Line();
                _writer.Line($"global::Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton<{_model.InterfaceTypeName}>(");
                using (_writer.Indent())
                {
                    _writer.Line("builder.Services,");
                    _writer.Line($"static services => new {registration.ImplementationTypeName}(");
                    using (_writer.Indent())
                    {
                        string conversations = _hasKeys ? $", {Plumbing}PromptServices.GetConversations(services)" : "";
                        string services = _model.OffersTools ? ", services" : "";
                        _writer.Line($"global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{ClientType}>(services){conversations}{services}));");
                    }
                }

                _writer.Line("return builder;");
            }
        }
    }
}
